import type { CallRow } from './call-row.ts';

export type SortedCalls = { ringing: CallRow[]; missed: MissedCaller[] };

/** Somebody who was not reached, once, however often they tried. */
export type MissedCaller = CallRow & { tries: number };

/** What rings now, and who waits for a call back: a later connected call with the same number, either way, settles it. */
export function sortCalls(rows: readonly CallRow[], now: number): SortedCalls {
  const newestFirst = [...rows].sort((one, other) => other.time - one.time);
  const ringing = newestFirst.filter(
    ({ outcome, time }) => outcome === 'in_progress' && now - time < LONGEST_RINGING_MS,
  );
  const settled = new Set<string>();
  const waiting = new Map<string, MissedCaller>();
  for (const row of newestFirst) {
    const caller = callerOf(row);
    if (row.outcome === 'answered' || row.outcome === 'in_progress') settled.add(caller);
    else if (MISSED.has(row.outcome) && !settled.has(caller)) {
      const known = waiting.get(caller);
      waiting.set(caller, known === undefined ? { ...row, tries: 1 } : { ...known, tries: known.tries + 1 });
    }
  }
  return { ringing, missed: [...waiting.values()] };
}

/** A call that has "rung" longer lost its end on the way; the service closes it by and by. */
const LONGEST_RINGING_MS = 2 * 60 * 60 * 1000;

export const MISSED: ReadonlySet<string> = new Set(['missed', 'abandoned', 'busy', 'voicemail']);

/** The last ten digits: numbers come with and without their country. A withheld number is a caller of its own. */
function callerOf({ phoneNumber, id }: CallRow): string {
  const digits = phoneNumber.replace(/\D/g, '').slice(-10);
  return digits === '' ? `call ${id}` : digits;
}
