import type { Outcome } from './types.ts';

/** What became of a call, in the order in which lists and charts name them. */
export const OUTCOMES = [
  'answered',
  'missed',
  'busy',
  'abandoned',
  'voicemail',
  'in_progress',
  'failed',
] as const satisfies readonly Outcome[];
