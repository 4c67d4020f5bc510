import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Outcome } from '../db/tables.ts';
import { type ColumnTypes, columnList, textArray, unnestRows } from '../db/unnest-rows.ts';
import type { UserRule } from './assignment.ts';
import type { MergedCall } from './merge-call.ts';

/** Why a call stands on its lead, or on none. */
export type LeadRule = 'new_lead' | 'open_lead' | 'withheld' | 'own_number' | 'outbound_unknown' | 'person';

/** Everything about a call that the service writes. */
export type CallRecord = MergedCall & {
  /** When MCUBE never said, it follows from the end, or is the moment its first event arrived; merge_ranks tells them apart. */
  call_date: Date;
  outcome: Outcome;
  timed_out: boolean;
  /** The webhook events that told of the call. */
  event_ids: readonly number[];
  lead_id: number | null;
  lead_rule: LeadRule;
  /** The other open leads that had the number when the call found its own; null for none. */
  lead_candidates: readonly number[] | null;
  user_id: number | null;
  team_id: number | null;
  /** The user whose phone rings, or who talks or talked last. */
  agent_id: number | null;
  /** While the call is in progress, the phone that the newest event names. */
  ringing_phone: string | null;
  user_rule: UserRule;
  /** The rules that were tried, as text (formatSteps in assignment.ts). */
  assignment: string;
};

export type StoredCallRecord = CallRecord & { id: number };

/** The stored records of these calls, locked until the transaction ends; by call id. */
export async function lockCallRecords(tx: Tx, callIds: readonly string[]): Promise<Map<string, StoredCallRecord>> {
  const { rows } = await sql<StoredCallRecord>`
    select id, ${COLUMN_LIST} from mcube_call_record
    where call_id = any(${textArray(callIds)}) order by call_id for update`.execute(tx);
  return new Map(rows.map((row) => [row.call_id, row]));
}

/** Calls still in progress that began before the given moment, locked. */
export async function lockHangingCalls(tx: Tx, startedBefore: Date, limit: number): Promise<StoredCallRecord[]> {
  const { rows } = await sql<StoredCallRecord>`
    select id, ${COLUMN_LIST} from mcube_call_record
    where outcome = 'in_progress' and call_date < ${startedBefore}
    order by call_date desc, id desc limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

/** Deletes records of calls from before the given moment and returns them. */
export async function takeExpiredCalls(tx: Tx, before: Date, limit: number): Promise<StoredCallRecord[]> {
  const { rows } = await sql<StoredCallRecord>`
    delete from mcube_call_record where id in
      (select id from mcube_call_record where call_date < ${before} order by call_date limit ${limit} for update skip locked)
    returning id, ${COLUMN_LIST}`.execute(tx);
  return rows;
}

/** Ids for records that are about to be inserted: so nothing that follows from them has to wait for the insert's answer. */
export async function reserveIds(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ ids: string }>`
    select string_agg(nextval('mcube_call_record_id_seq')::text, ',') as ids from generate_series(1, ${count}::integer)`.execute(
    tx,
  );
  return rows[0]?.ids.split(',').map(Number) ?? [];
}

/**
 * Inserts the records of calls never seen. Where another process has inserted one of them since we looked, this fails
 * ({@link wasInsertedElsewhere}), and the transaction must be run again: asking for conflicts row by row would make every
 * insert dearer by a quarter, and there hardly is one.
 */
export async function insertCallRecords(tx: Tx, records: readonly StoredCallRecord[]): Promise<void> {
  if (records.length === 0) return;
  // Sorted: two batches that insert the same calls wait for each other in one direction only.
  const sorted = [...records].sort((one, other) => (one.call_id < other.call_id ? -1 : 1));
  await sql`
    insert into mcube_call_record (id, ${COLUMN_LIST}) overriding system value
    select id, ${COLUMN_LIST} from ${unnestRows(sorted, STORED_COLUMNS)} as record`.execute(tx);
}

export function wasInsertedElsewhere(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'mcube_call_record_call_id_key';
}

/** Rewrites locked records. */
export async function updateCallRecords(tx: Tx, records: readonly StoredCallRecord[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    update mcube_call_record set (${COLUMN_LIST}, write_date) = (select ${SENT_COLUMNS}, now())
    from ${unnestRows(records, STORED_COLUMNS)} as record
    where mcube_call_record.id = record.id`.execute(tx);
}

/** Adds events that told nothing new to the locked records they belong to. */
export async function linkEvents(tx: Tx, links: readonly EventLink[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    update mcube_call_record set event_ids = mcube_call_record.event_ids || link.event_ids
    from ${unnestRows(links, LINK_COLUMNS)} as link where mcube_call_record.id = link.id`.execute(tx);
}

export type EventLink = { id: number; event_ids: readonly number[] };

const LINK_COLUMNS: ColumnTypes<EventLink> = { id: 'bigint', event_ids: 'bigint[]' };

/** Every written column and its type in the database; the compiler checks that none is forgotten. */
const COLUMNS: ColumnTypes<CallRecord> = {
  call_id: 'text',
  family: 'text',
  direction: 'text',
  phone_number: 'text',
  phone_sanitized: 'text',
  virtual_number: 'text',
  agent_phone: 'text',
  agent_name: 'text',
  agent_email: 'text',
  group_name: 'text',
  caller_name: 'text',
  ref_id: 'text',
  recording_url: 'text',
  call_date: 'timestamptz',
  end_date: 'timestamptz',
  duration: 'integer',
  duration_raw: 'text',
  status: 'text',
  disconnected_by: 'text',
  merge_ranks: 'text',
  outcome: 'text',
  timed_out: 'boolean',
  event_ids: 'bigint[]',
  lead_id: 'integer',
  lead_rule: 'text',
  lead_candidates: 'integer[]',
  user_id: 'integer',
  team_id: 'integer',
  agent_id: 'integer',
  ringing_phone: 'text',
  user_rule: 'text',
  assignment: 'text',
};

const STORED_COLUMNS: ColumnTypes<StoredCallRecord> = { ...COLUMNS, id: 'bigint' };

const COLUMN_LIST = columnList(COLUMNS);
const SENT_COLUMNS = columnList(COLUMNS, 'record');
