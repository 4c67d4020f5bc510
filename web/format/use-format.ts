import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';
import { useSession } from '../api/session.ts';
import { formatDuration, formatMinutes } from './duration.ts';
import {
  formatClock,
  formatDay,
  formatExact,
  formatHour,
  formatMoment,
  formatMomentInFull,
  formatShortDay,
  formatWeekday,
} from './moment.ts';
import { formatChange, formatNumber, formatShare } from './number.ts';
import { formatPhoneNumber } from './phone-number.ts';

/** Values as this person reads them: in their language, in the zone and region of the service. */
export function useFormat() {
  const [language] = useLocaleState();
  const { timeZone, region } = settingsOf(useSession());
  return useMemo(
    () => ({
      language,
      timeZone,
      number: (value: number) => formatNumber(value, language),
      change: (value: number) => formatChange(value, language),
      share: (value: number) => formatShare(value, language),
      duration: formatDuration,
      moment: (value: string) => formatMoment(value, { language, timeZone }),
      clock: (value: string) => formatClock(value, { language, timeZone }),
      exact: (value: string) => formatExact(value, timeZone),
      momentInFull: (value: string) => formatMomentInFull(value, { language, timeZone }),
      day: (value: string) => formatDay(value, language),
      shortDay: (value: string) => formatShortDay(value, language),
      weekday: (value: number) => formatWeekday(value, language),
      hour: formatHour,
      minutes: (seconds: number) => formatMinutes(seconds, language),
      phone: (value: string) => formatPhoneNumber(value, region),
    }),
    [language, timeZone, region],
  );
}

function settingsOf(session: object): { timeZone: string; region: string } {
  const settings = 'settings' in session ? Object(session.settings) : {};
  return { timeZone: settings.time_zone ?? 'Asia/Kolkata', region: settings.default_region ?? 'IN' };
}
