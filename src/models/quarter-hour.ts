const QUARTER_HOUR_MS = 15 * 60_000;

/**
 * The beginning of the quarter of an hour that a moment falls into, as a time in milliseconds. Every offset of a time zone
 * is a multiple of a quarter, so that all moments of one fall into one local hour, in any zone.
 */
export function quarterHourOf(moment: Date): number {
  return Math.floor(moment.getTime() / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
}
