/** MCUBE's wall clock: Asia/Kolkata without an offset. India knows no summer time, so the shift is a constant. */
export function indianTime(date: Date): string {
  return indianClock(date).toISOString().slice(0, 19).replace('T', ' ');
}

/** A date whose UTC fields read as the clock on an Indian wall does. */
export function indianClock(date: Date): Date {
  return new Date(date.getTime() + INDIAN_OFFSET_MS);
}

export const INDIAN_OFFSET_MS = 5.5 * 3_600_000;

/** 4 as "00:00:04". */
export function lengthText(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
