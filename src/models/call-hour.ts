import { type RawBuilder, sql } from 'kysely';
import type { Condition, Filter, ListField } from './list.ts';
import { offsetOfZone } from './time-zone.ts';

/** When in the week a call began, of the clock when it did: hour 0 begins at midnight, weekday 1 is Monday. */
export function callHourFields(localTime: RawBuilder<unknown>): Record<'call_hour' | 'call_weekday', ListField> {
  const part = (name: string): ListField => ({
    kind: 'integer',
    column: sql`date_part(${sql.lit(name)}, ${localTime})::integer`,
  });
  return { call_hour: part('hour'), call_weekday: part('isodow') };
}

/**
 * The stretches of a period in which those hours and weekdays lie, for the index of call_date: a single hour of the week
 * leaves one call in 168 to look at. Undefined where there is no period, or more of them than are worth it.
 */
export function hoursOfPeriod(filters: readonly Filter[], timeZone: string): Condition | undefined {
  const [hours, weekdays] = [chosen(filters, 'call_hour'), chosen(filters, 'call_weekday')];
  const [from, until] = [bound(filters, 'gte'), bound(filters, 'lt')];
  if ((hours ?? weekdays) === undefined || from === undefined || until === undefined) return undefined;
  const stretches: Stretch[] = [];
  // A day more on both sides: a local day begins up to 14 hours before that of UTC, or after it.
  for (let day = Math.floor(from / DAY) - 1; day <= Math.floor(until / DAY) + 1; day += 1) {
    if (weekdays !== undefined && !weekdays.includes(weekdayOf(day))) continue;
    for (const [first, last] of runsOf(hours ?? EVERY_HOUR))
      stretches.push([instantOf(day, first, timeZone), instantOf(day, last + 1, timeZone)]);
    if (stretches.length > MOST_STRETCHES) return undefined;
  }
  const conditions = stretches.map(
    ([begins, ends]) =>
      sql`mcube_call_record.call_date >= ${begins}::timestamptz and mcube_call_record.call_date < ${ends}::timestamptz`,
  );
  return conditions.length === 0 ? undefined : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

type Stretch = [begins: Date, ends: Date];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EVERY_HOUR = Array.from({ length: 24 }, (_, hour) => hour);
/** A year of one weekday's hour and more; each costs the planner some microseconds. */
const MOST_STRETCHES = 120;

function chosen(filters: readonly Filter[], field: string): number[] | undefined {
  const filter = filters.find((one) => one.field === field && one.operator === 'eq');
  return filter?.values.filter((value) => typeof value === 'number');
}

function bound(filters: readonly Filter[], operator: Filter['operator']): number | undefined {
  const [moment] = filters.find((one) => one.field === 'call_date' && one.operator === operator)?.values ?? [];
  return moment instanceof Date ? moment.getTime() : undefined;
}

/** The first of January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Hours that follow on each other as one: [9, 10, 12] is 9 to 10, and 12. */
function runsOf(hours: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const hour of EVERY_HOUR.filter((one) => hours.includes(one))) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === hour - 1) run[1] = hour;
    else runs.push([hour, hour]);
  }
  return runs;
}

/** An hour that occurs twice begins with the first of the two, and one that is skipped is empty. */
function instantOf(day: number, hour: number, timeZone: string): Date {
  const wall = day * DAY + hour * HOUR;
  return new Date(wall - offsetOfZone(timeZone, wall));
}
