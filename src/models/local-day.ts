import { offsetOfZone } from './time-zone.ts';

const DAY_MS = 86_400_000;

/**
 * The day of a time zone, as YYYY-MM-DD, that begins at this very instant; undefined when none does. Near a change of the
 * clocks, where a midnight may come twice, none is said to.
 */
export function dayBeginningAt(instant: Date, timeZone: string): string | undefined {
  const offset = offsetOfZone(timeZone, instant.getTime());
  const wall = instant.getTime() + offset;
  if (wall % DAY_MS !== 0) return undefined;
  const steady = [wall - DAY_MS, wall, wall + DAY_MS].every((one) => offsetOfZone(timeZone, one) === offset);
  return steady ? new Date(wall).toISOString().slice(0, 10) : undefined;
}
