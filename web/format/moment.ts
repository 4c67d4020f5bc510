import { localeOf } from './number.ts';

type Where = { language: string; timeZone: string };

/** The clock alone for today, otherwise the day with it; the year only when it is another one. */
export function formatMoment(value: string, { language, timeZone }: Where, now = new Date()): string {
  const [then, today] = [new Date(value), dayOf(now, timeZone)];
  const day = dayOf(then, timeZone);
  const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  const date = { day: 'numeric', month: 'short' } as const;
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return formatter(language, timeZone, day === today ? clock : { ...date, ...year, ...clock }).format(then);
}

/** Everything there is to say about a moment, with the zone. */
export function formatMomentInFull(value: string, { language, timeZone }: Where): string {
  const shown = { dateStyle: 'full', timeStyle: 'long' } as const;
  return formatter(language, timeZone, shown).format(new Date(value));
}

/** YYYY-MM-DD in a zone. */
export function dayOf(moment: Date, timeZone: string): string {
  return formatter('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** Making one takes longer than drawing a row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language.includes('-') ? language : localeOf(language);
  const key = JSON.stringify([locale, timeZone, options]);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}
