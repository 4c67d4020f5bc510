import type { WorkingHours } from '../kernel/working-hours.ts';
import { offsetOfZone } from './time-zone.ts';

/** When the office works: hours by weekday in a time zone, without the holidays (YYYY-MM-DD). */
export type WorkCalendar = {
  readonly workingHours: WorkingHours;
  readonly holidays: readonly string[];
  readonly timeZone: string;
};

/** Whether the office works at that moment. */
export function isWorkingTime(at: Date, calendar: WorkCalendar): boolean {
  const { value } = spansFrom(at.getTime(), calendar).next();
  return value !== undefined && value[0] <= at.getTime();
}

/** Whole seconds of working time between two moments; 0 when the second comes first. */
export function workingSecondsBetween(from: Date, to: Date, calendar: WorkCalendar): number {
  const [start, end] = [from.getTime(), to.getTime()];
  let sum = 0;
  if (start >= end) return 0;
  for (const [opens, closes] of spansFrom(start, calendar)) {
    if (opens >= end) break;
    sum += Math.min(closes, end) - Math.max(opens, start);
  }
  return Math.floor(sum / 1000);
}

/** The first moment by which so many seconds of working time have gone since the given one. */
export function addWorkingTime(from: Date, seconds: number, calendar: WorkCalendar): Date {
  let left = seconds * 1000;
  for (const [opens, closes] of spansFrom(from.getTime(), calendar)) {
    const begins = Math.max(opens, from.getTime());
    if (left <= closes - begins) return new Date(begins + left);
    left -= closes - begins;
  }
  // Nobody works any more: there is nothing to wait for.
  return from;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Beyond, a calendar has no more working time: weeks repeat, and holidays are listed one by one. */
const MOST_DAYS = 40_000;

/** Working time that ends after a moment, span by span, in milliseconds. */
function* spansFrom(start: number, { workingHours, holidays, timeZone }: WorkCalendar): Generator<[number, number]> {
  const firstDay = Math.floor((start + offsetOfZone(timeZone, start)) / DAY_MS) - 1;
  for (let day = firstDay; day < firstDay + MOST_DAYS; day++) {
    // Day 0 was a Thursday.
    const ranges = workingHours[(((day + 3) % 7) + 7) % 7] ?? [];
    if (ranges.length === 0) continue;
    if (holidays.length > 0 && holidays.includes(new Date(day * DAY_MS).toISOString().slice(0, 10))) continue;
    for (const [from, to] of ranges) {
      const opens = instant(day * DAY_MS + from * MINUTE_MS, timeZone);
      const closes = instant(day * DAY_MS + to * MINUTE_MS, timeZone);
      if (closes > start && closes > opens) yield [opens, closes];
    }
  }
}

function instant(wall: number, timeZone: string): number {
  return wall - offsetOfZone(timeZone, wall);
}
