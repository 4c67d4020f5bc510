import type { Random } from './random.ts';
import { INDIAN_OFFSET_MS, indianClock } from './time-text.ts';

/** Moments at which somebody rings an Indian office: Monday to Saturday from 10 to 19, fewer at lunch, a few at night. */
export function officeMoments(random: Random, span: { from: Date; until: Date; count: number }): OfficeMoment[] {
  const first = indianMidnight(span.from);
  const days = Math.ceil((indianClock(span.until).getTime() - first) / DAY_MS);
  const weighted = Array.from({ length: days }, (_, day) => first + day * DAY_MS).map(
    (midnight) => [midnight, WEEKDAYS[new Date(midnight).getUTCDay()] ?? 0] as const,
  );
  const moments: OfficeMoment[] = [];
  // A draw outside the span is thrown away; where the span holds no hour that counts, the number of draws is bounded.
  for (let draws = 0; moments.length < span.count && draws < span.count * 50 + 1_000; draws++) {
    const hour = random.weighted(HOURS);
    const wall = random.weighted(weighted) + hour * HOUR_MS + random.integer(0, HOUR_MS - 1);
    const at = new Date(wall - INDIAN_OFFSET_MS);
    if (at >= span.from && at < span.until) moments.push({ at, night: hour < 10 || hour >= 19 });
  }
  return moments;
}

export type OfficeMoment = { at: Date; night: boolean };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Sunday first, as getUTCDay counts. */
const WEEKDAYS = [2, 100, 96, 98, 95, 92, 60];

const HOURS = [
  [0, 0.1],
  [2, 0.1],
  [6, 0.2],
  [8, 0.8],
  [9, 1.5],
  [10, 10],
  [11, 14],
  [12, 12],
  [13, 5],
  [14, 8],
  [15, 12],
  [16, 13],
  [17, 11],
  [18, 8],
  [19, 1.5],
  [20, 0.8],
  [22, 0.4],
] as const;

/** The Indian midnight before a moment, in the time of {@link indianClock}. */
function indianMidnight(date: Date): number {
  return Math.floor(indianClock(date).getTime() / DAY_MS) * DAY_MS;
}
