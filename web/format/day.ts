import { dayOf } from './moment.ts';

/** Periods as people name them. */
export const PERIODS = [
  'today',
  'yesterday',
  'this_week',
  'this_month',
  'previous_month',
  'this_year',
  'last_year',
] as const;

export type Period = (typeof PERIODS)[number];

/** The first instant of a period and the first one after it, in a zone. Weeks begin on Monday. */
export function boundsOf(period: Period, timeZone: string, now: Date): { from: Date; until: Date } {
  const [year = 0, month = 1, day = 1] = dayOf(now, timeZone).split('-').map(Number);
  const sinceMonday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  const periods: Readonly<Record<Period, readonly [from: CalendarDay, until: CalendarDay]>> = {
    today: [at(year, month, day), at(year, month, day + 1)],
    yesterday: [at(year, month, day - 1), at(year, month, day)],
    this_week: [at(year, month, day - sinceMonday), at(year, month, day - sinceMonday + 7)],
    this_month: [at(year, month, 1), at(year, month + 1, 1)],
    previous_month: [at(year, month - 1, 1), at(year, month, 1)],
    this_year: [at(year, 1, 1), at(year + 1, 1, 1)],
    last_year: [at(year - 1, 1, 1), at(year, 1, 1)],
  };
  const [from, until] = periods[period];
  return { from: beginningOf(from, timeZone), until: beginningOf(until, timeZone) };
}

/** The same for one day, written YYYY-MM-DD. */
export function boundsOfDay(day: string, timeZone: string): { from: Date; until: Date } {
  const from = new Date(`${day}T00:00:00Z`);
  return { from: beginningOf(from, timeZone), until: beginningOf(new Date(from.getTime() + DAY), timeZone) };
}

const DAY = 86_400_000;

/** A day of the calendar: its midnight, were the zone UTC. */
type CalendarDay = Date;

/** Months and days beyond their bounds carry over. */
function at(year: number, month: number, day: number): CalendarDay {
  return new Date(Date.UTC(year, month - 1, day));
}

/** Midnight there. The distance to UTC is asked twice: where clocks change between, the first answer is of the other side. */
function beginningOf(day: CalendarDay, timeZone: string): Date {
  const guess = new Date(day.getTime() - distance(day, timeZone));
  return new Date(day.getTime() - distance(guess, timeZone));
}

function distance(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return there - Math.floor(instant.getTime() / 1000) * 1000;
}
