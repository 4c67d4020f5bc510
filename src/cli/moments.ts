import { InvalidArgumentError } from 'commander';
import { readLocalTime } from '../models/local-time.ts';

/** A moment as people of the time zone write it: "2026-09-21 11:49:57". */
export function showMoment(moment: Date | null, timeZone: string): string {
  if (moment === null) return '-';
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
}

/** The inverse; a date alone is its midnight, and a time that names its own zone is taken by that. */
export function readMoment(given: string, timeZone: string): Date {
  const moment = readLocalTime(/^\d{4}-\d\d-\d\d$/.test(given) ? `${given} 00:00` : given, timeZone);
  if (moment !== null) return moment;
  throw new InvalidArgumentError(
    `"${given}" is no moment: write 2026-09-21, "2026-09-21 11:49" (${timeZone}) or 2026-09-21T06:19:00Z.`,
  );
}
