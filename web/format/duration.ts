import { localeOf } from './number.ts';

/** Seconds as mm:ss, which lines up in a list; from an hour on with hours: 00:07, 04:31, 1:02:09. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const clock = `${twoDigits(minutes)}:${twoDigits(rest)}`;
  return hours === 0 ? clock : `${hours}:${clock}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Seconds as somebody who waits counts them: 7 min, 2 hr 5 min; past ten hours nobody counts minutes. */
export function formatMinutes(seconds: number, language: string): string {
  const whole = Math.max(0, Math.floor(seconds / 60));
  const said = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return said(minutes, 'minute');
  return minutes === 0 || hours >= 10 ? said(hours, 'hour') : `${said(hours, 'hour')} ${said(minutes, 'minute')}`;
}
