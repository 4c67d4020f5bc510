import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { RecordingState } from '../db/recording-tables.ts';
import { say } from '../kernel/sentences.ts';
import type { CallRecord, StoredCallRecord } from './call-record.ts';
import { announce, LIVE_CHANNEL } from './live-change.ts';

/** A recording that somebody took to work on: nobody else takes it before `leasedUntil`. */
export type TakenRecording = {
  call_record_id: number;
  state: RecordingState;
  attempts: number;
  file: string | null;
  leasedUntil: Date;
  /** Null when the call was deleted meanwhile. */
  recording_url: string | null;
  call_date: Date | null;
  duration: number | null;
};

export type StoredFile = {
  file: string;
  content_type: string;
  bytes: number;
  sha256: Buffer;
  /** Null where the file does not tell its length. */
  seconds: number | null;
};

/** Whether what was just learnt of a call means that its recording must be fetched: the call is over, or its link is new. */
export function hasNewRecording(before: StoredCallRecord | undefined, after: CallRecord): boolean {
  if (after.recording_url === null || after.outcome === 'in_progress') return false;
  return before === undefined || before.outcome === 'in_progress' || before.recording_url !== after.recording_url;
}

/**
 * Makes the recordings of calls due that this transaction inserts, one statement for all. It is on the hot path, where
 * looking for a conflict that cannot be would cost a third more.
 */
export async function awaitFirstRecordings(tx: Tx, callRecordIds: readonly number[], now: Date): Promise<void> {
  if (callRecordIds.length > 0) await dueAt(now, callRecordIds).execute(tx);
}

/** The same for calls that may have had a recording: it is fetched anew. */
export async function awaitRecordings(tx: Tx, callRecordIds: readonly number[], now: Date): Promise<void> {
  if (callRecordIds.length === 0) return;
  await sql`
    ${dueAt(now, callRecordIds)} on conflict (call_record_id) do update
    set state = 'fetching', reason = null, attempts = 0, next_attempt_at = excluded.next_attempt_at`.execute(tx);
}

function dueAt(now: Date, callRecordIds: readonly number[]): RawBuilder<unknown> {
  return sql`
    insert into recording (call_record_id, next_attempt_at)
    select id, ${now} from unnest(${`{${callRecordIds.join(',')}}`}::bigint[]) as due (id)`;
}

/** Takes what is due, the longest due first, for so long as the lease lasts. */
export async function takeRecordings(
  { kysely }: Database,
  now: Date,
  leaseSeconds: number,
  limit: number,
): Promise<TakenRecording[]> {
  const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const { rows } = await sql<Omit<TakenRecording, 'leasedUntil'>>`
    with taken as (
      update recording set next_attempt_at = ${leasedUntil}, attempts = attempts + 1
      where call_record_id in
        (select call_record_id from recording where next_attempt_at <= ${now}
         order by next_attempt_at limit ${limit} for update skip locked)
      returning call_record_id, state, attempts, file)
    select taken.*, recording_url, call_date, duration
    from taken left join mcube_call_record on id = call_record_id`.execute(kysely);
  return rows.map((row) => ({ ...row, leasedUntil }));
}

/** What changes of a recording when work on it ends. */
export type RecordingChanges = Partial<Omit<StoredFile, 'file'>> & {
  file?: string | null;
  state?: RecordingState;
  reason?: string | null;
  attempts?: number;
  next_attempt_at: Date | null;
  stored_date?: Date;
};

/**
 * Writes what became of a taken recording, and tells live clients, in one statement: a flood of links that fail at once is a
 * flood of these. False when it was no longer ours: the lease ran out, or its link changed.
 */
export async function settleRecording(
  { kysely }: Database,
  { call_record_id, leasedUntil }: TakenRecording,
  changes: RecordingChanges,
): Promise<boolean> {
  const settled = await kysely
    .with('settled', (db) =>
      db
        .updateTable('recording')
        .set(changes)
        .where('call_record_id', '=', call_record_id)
        .where('next_attempt_at', '=', leasedUntil)
        .returning('call_record_id'),
    )
    .with('told', (db) =>
      db
        .insertInto('live_change')
        .columns(['changes'])
        .expression((told) => told.selectFrom('settled').select(changesText(call_record_id).as('changes'))),
    )
    .selectFrom('settled')
    .select(sql`pg_notify(${LIVE_CHANNEL}, '')`.as('woken'))
    .execute();
  return settled.length > 0;
}

function changesText(callRecordId: number): RawBuilder<string> {
  return sql`${JSON.stringify([{ model: 'mcube.call.record', ids: [callRecordId] }])}::jsonb`;
}

/** The row of a deleted call, once its file is erased. */
export async function forgetRecording({ kysely }: Database, { call_record_id }: TakenRecording): Promise<void> {
  await kysely
    .deleteFrom('recording')
    .where('call_record_id', '=', call_record_id)
    .where('state', '=', 'deleted')
    .execute();
}

/** Says that the store no longer has what it should, so that a person can have it fetched again. */
export async function loseRecording({ kysely }: Database, callRecordId: number): Promise<void> {
  await kysely.transaction().execute(async (tx) => {
    await tx
      .updateTable('recording')
      .set({ state: 'failed', reason: say('file_missing'), file: null })
      .where('call_record_id', '=', callRecordId)
      .where('state', '=', 'ready')
      .execute();
    await announce(tx, [{ model: 'mcube.call.record', ids: [callRecordId] }]);
  });
}

/** Gives up copies stored before the given moment; returns their calls. */
export async function expireRecordings(tx: Tx, before: Date, reason: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ call_record_id: number }>`
    update recording set state = 'expired', reason = ${reason}, next_attempt_at = '-infinity'
    where call_record_id in
      (select call_record_id from recording where state = 'ready' and stored_date < ${before}
       order by stored_date limit ${limit} for update skip locked)
    returning call_record_id`.execute(tx);
  return rows.map(({ call_record_id }) => call_record_id);
}

/** How many recordings are due or will be tried again, and how many have failed for good. */
export async function countRecordings({ kysely }: Database): Promise<{ waiting: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; failed: number }>`
    select (select count(*) from recording where next_attempt_at is not null) as waiting,
      (select count(*) from recording where state = 'failed') as failed`.execute(kysely);
  return rows[0] ?? { waiting: 0, failed: 0 };
}
