import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type ColumnTypes, unnestRows } from '../db/unnest-rows.ts';
import type { CallRecord } from './call-record.ts';
import { quarterHourOf } from './quarter-hour.ts';
import { addRings, sumRings } from './ring-rollup.ts';

/** A call as it was counted before, and as it is to be counted now; either may be absent. */
export type Recount = { before: Counted | undefined; after: Counted | undefined };

type Counted = Pick<
  CallRecord,
  'call_date' | 'user_id' | 'virtual_number' | 'end_date' | 'direction' | 'outcome' | 'duration'
>;

/**
 * Keeps the rollups of the dashboard exact, in the transaction that writes the calls. Call it last: the rows of the
 * current hour and day are the ones every batch wants, and they stay locked until the commit.
 */
export async function recountCalls(tx: Tx, recounts: readonly Recount[], timeZone: string): Promise<void> {
  const [deltas, rings] = [sumDeltas(recounts), sumRings(recounts)];
  if (deltas.length === 0 && rings.length === 0) return;
  // One statement: a batch of one call would spend more on the way to the database and back than on counting.
  await sql`
    with delta as (
      select call_date at time zone ${timeZone} as local_time, user_id, virtual_number, direction, outcome, calls, talk_seconds
      from ${unnestRows(deltas, DELTA_COLUMNS)} as sent),
    by_ring as (${addRings(rings)}),
    by_day as (${rollUp('call_rollup_day', { local_day: 'local_time::date', user_id: 'user_id', virtual_number: 'virtual_number' })}),
    by_hour as (${rollUp('call_rollup_hour', { local_hour: "date_trunc('hour', local_time)" })})
    ${rollUp('call_rollup_total', {})}`.execute(tx);
}

/** Adds the deltas to one of the tables, in the order of its key: batches that meet wait for each other in one direction. */
function rollUp(table: string, keys: Readonly<Record<string, string>>): RawBuilder<unknown> {
  const all = { ...keys, direction: 'direction', outcome: 'outcome' };
  const names = sql.raw(Object.keys(all).join(', '));
  const values = sql.raw(Object.values(all).join(', '));
  return sql`
    insert into ${sql.table(table)} as rollup (${names}, calls, talk_seconds)
    select ${values}, sum(calls), sum(talk_seconds) from delta group by ${values} order by ${values}
    on conflict (${names})
    do update set calls = rollup.calls + excluded.calls, talk_seconds = rollup.talk_seconds + excluded.talk_seconds`;
}

type Delta = {
  call_date: Date;
  user_id: number;
  virtual_number: string;
  direction: string;
  outcome: string;
  calls: number;
  talk_seconds: number;
};

const DELTA_COLUMNS: ColumnTypes<Delta> = {
  call_date: 'timestamptz',
  user_id: 'integer',
  virtual_number: 'text',
  direction: 'text',
  outcome: 'text',
  calls: 'integer',
  talk_seconds: 'integer',
};

function differs({ before, after }: Recount): boolean {
  if (before === undefined || after === undefined) return true;
  return (
    before.call_date.getTime() !== after.call_date.getTime() ||
    before.user_id !== after.user_id ||
    before.virtual_number !== after.virtual_number ||
    before.direction !== after.direction ||
    before.outcome !== after.outcome ||
    before.duration !== after.duration
  );
}

/** Summed here first: the calls of a batch fall into a handful of hours, owners and numbers. */
function sumDeltas(recounts: readonly Recount[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const recount of recounts) {
    if (!differs(recount)) continue;
    if (recount.before !== undefined) add(sums, recount.before, -1);
    if (recount.after !== undefined) add(sums, recount.after, 1);
  }
  return [...sums.values()].filter(({ calls, talk_seconds }) => calls !== 0 || talk_seconds !== 0);
}

function add(sums: Map<string, Delta>, counted: Counted, sign: 1 | -1): void {
  const { direction, outcome } = counted;
  const user_id = counted.user_id ?? 0;
  const virtual_number = counted.virtual_number ?? '';
  const quarter = quarterHourOf(counted.call_date);
  const key = `${quarter} ${direction} ${outcome} ${user_id} ${virtual_number}`;
  const sum = sums.get(key);
  const talk_seconds = sign * counted.duration;
  if (sum === undefined) {
    sums.set(key, {
      call_date: new Date(quarter),
      user_id,
      virtual_number,
      direction,
      outcome,
      calls: sign,
      talk_seconds,
    });
    return;
  }
  sum.calls += sign;
  sum.talk_seconds += talk_seconds;
}
