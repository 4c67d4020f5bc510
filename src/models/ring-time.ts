import { sql } from 'kysely';
import type { Outcome } from '../db/tables.ts';

type Answered = { outcome: Outcome; call_date: Date; end_date: Date | null; duration: number };

/** Nobody lets it ring for longer; what says so is a wrong clock (ends in 2051 have been seen). */
const MOST_SECONDS = 600;

/**
 * How long an answered call rang before it was picked up, in whole seconds: from its start to its end, less the talk. Null
 * for other calls, while the call lasts, and where its times make no sense.
 */
export function ringSeconds({ outcome, call_date, end_date, duration }: Answered): number | null {
  if (outcome !== 'answered' || end_date === null) return null;
  const lasted = Math.floor((end_date.getTime() - call_date.getTime()) / 1000);
  if (lasted < 0 || lasted - duration > MOST_SECONDS) return null;
  // Talk is rounded up by some products: a second too much is no time before the start.
  return Math.max(0, lasted - duration);
}

/** The same of a row of mcube_call_record, for lists. */
export const RING_SECONDS = sql<number | null>`(
  select case when mcube_call_record.outcome = 'answered' and lasted between 0 and mcube_call_record.duration + ${sql.lit(MOST_SECONDS)}
    then greatest(0, lasted - mcube_call_record.duration) end
  from floor(extract(epoch from mcube_call_record.end_date - mcube_call_record.call_date)) as lasted)`;
