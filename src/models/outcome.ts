import type { Outcome } from '../db/tables.ts';

/** What may become of a call. */
export const OUTCOMES = [
  'answered',
  'missed',
  'busy',
  'abandoned',
  'voicemail',
  'in_progress',
  'failed',
] as const satisfies readonly Outcome[];
