import type { PushMessage } from '../../models/push-subscription.ts';

type About = Pick<PushMessage, 'missed_call_id' | 'phone_sanitized' | 'contact_name' | 'tries' | 'lang'>;

/** It lies on a locked screen: no more of the number than its end, and a name only where it holds no number. */
export function messageOf({ missed_call_id, phone_sanitized, contact_name, tries, lang }: About) {
  const words = WORDS[lang === 'hi' ? 'hi' : 'en'];
  const number = phone_sanitized === null ? words.withheld : `…${phone_sanitized.slice(-4)}`;
  const named = contact_name !== null && !/\d{3}/.test(contact_name);
  const who = named ? `${contact_name} (${number})` : number;
  const body = tries === 1 ? words.once(who) : words.often(who, tries);
  return { title: words.title, body, url: '/missed-calls', tag: `missed-call-${missed_call_id}` };
}

/** Those of the web application stand in its own catalogues; these are said while it is closed. */
const WORDS = {
  en: {
    title: 'Missed call',
    withheld: 'number withheld',
    once: (who: string) => `${who} called and reached nobody.`,
    often: (who: string, tries: number) => `${who} called ${tries} times and reached nobody.`,
  },
  hi: {
    title: 'छूटी हुई कॉल',
    withheld: 'नंबर छिपा है',
    once: (who: string) => `${who} ने कॉल किया, किसी से बात नहीं हुई।`,
    often: (who: string, tries: number) => `${who} ने ${tries} बार कॉल किया, किसी से बात नहीं हुई।`,
  },
};
