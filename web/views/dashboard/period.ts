/** The periods that the dashboard offers; a day is YYYY-MM-DD, and both ends belong to the period. */
export const PERIODS = ['today', 'yesterday', 'last_7_days', 'last_30_days', 'this_month', 'previous_month'] as const;

export type PeriodName = (typeof PERIODS)[number];
export type Days = { from: string; to: string };

/** Which days a period has, seen from today. */
export function daysOf(period: PeriodName, today: string): Days {
  const [year = 0, month = 1] = today.split('-').map(Number);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: plus(today, -1), to: plus(today, -1) };
    case 'last_7_days':
      return { from: plus(today, -6), to: today };
    case 'last_30_days':
      return { from: plus(today, -29), to: today };
    case 'this_month':
      return { from: dayText(year, month, 1), to: today };
    case 'previous_month':
      return { from: dayText(year, month - 1, 1), to: dayText(year, month, 0) };
  }
}

/** As many days, right before. */
export function daysBefore({ from, to }: Days): Days {
  return { from: plus(from, -lengthOf({ from, to })), to: plus(from, -1) };
}

/** Every day of a period: also those on which nobody called have a place on the axis. */
export function eachDay(days: Days): string[] {
  return Array.from({ length: lengthOf(days) }, (_, place) => plus(days.from, place));
}

const DAY_MS = 86_400_000;

function lengthOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Months and days beyond their bounds carry over: the zeroth day is the last one of the month before. */
function dayText(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
