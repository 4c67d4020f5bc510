import { boundsOfDay } from '../../format/day.ts';
import { dayOf } from '../../format/moment.ts';

/** For how long somebody who waits can be put off. */
export const SNOOZES = ['15_minutes', '1_hour', 'tomorrow'] as const;

export type Snooze = (typeof SNOOZES)[number];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Tomorrow is at ten, where the office is. */
export function snoozedUntil(snooze: Snooze, now: Date, timeZone: string): Date {
  if (snooze === '15_minutes') return new Date(now.getTime() + 15 * MINUTE_MS);
  if (snooze === '1_hour') return new Date(now.getTime() + HOUR_MS);
  return new Date(boundsOfDay(dayOf(now, timeZone), timeZone).until.getTime() + 10 * HOUR_MS);
}
