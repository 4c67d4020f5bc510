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

/** The clock with its seconds. */
export function formatClock(value: string, { language, timeZone }: Where): string {
  const shown = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return formatter(language, timeZone, shown).format(new Date(value));
}

/** 2026-09-21 11:30:00: as tables calculate with it. */
export function formatExact(value: string, timeZone: string): string {
  const then = new Date(value);
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return `${dayOf(then, timeZone)} ${formatter('en-GB', timeZone, clock).format(then)}`;
}

/** A day written YYYY-MM-DD, as people write it. */
export function formatDay(day: string, language: string): string {
  const shown = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return formatter(language, 'UTC', shown).format(new Date(`${day}T00:00:00Z`));
}

/** The same where many stand side by side: 21 Sept. */
export function formatShortDay(day: string, language: string): string {
  return formatter(language, 'UTC', { day: 'numeric', month: 'short' }).format(new Date(`${day}T00:00:00Z`));
}

/** The name of a day of the week; 1 is Monday. */
export function formatWeekday(weekday: number, language: string): string {
  // Any Monday will do: this one is the first of its month.
  return formatter(language, 'UTC', { weekday: 'short' }).format(new Date(Date.UTC(2024, 0, weekday)));
}

/** An hour of the day, from its beginning to its end. */
export function formatHour(hour: number): string {
  const clock = (at: number) => `${String(at).padStart(2, '0')}:00`;
  return `${clock(hour)}–${clock(hour + 1)}`;
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
