import { boundsOf } from '../../format/day.ts';

/** When people say they will call again. The names are those of their texts. */
export const QUICK_TIMES = ['in_an_hour', 'tomorrow', 'next_monday'] as const;

export type QuickTime = (typeof QUICK_TIMES)[number];

const HOUR_MS = 3_600_000;
/** Not before people are at their desks. */
const MORNING_MS = 10 * HOUR_MS;

export function quickTime(name: QuickTime, timeZone: string, now: Date): Date {
  if (name === 'in_an_hour') return new Date(now.getTime() + HOUR_MS);
  const { until } = boundsOf(name === 'tomorrow' ? 'today' : 'this_week', timeZone, now);
  return new Date(until.getTime() + MORNING_MS);
}
