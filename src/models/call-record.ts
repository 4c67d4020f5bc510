import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Outcome } from '../db/tables.ts';
import type { Step, UserRule } from './assignment.ts';
import type { MergedCall } from './merge-call.ts';

/** Why a call stands on its lead, or on none. */
export type LeadRule = 'new_lead' | 'open_lead' | 'withheld' | 'own_number' | 'outbound_unknown' | 'person';

/** Everything about a call that the service writes. */
export type CallRecord = MergedCall & {
  /** When MCUBE never said, the moment its first event arrived; merge_ranks tells the two apart. */
  call_date: Date;
  outcome: Outcome;
  timed_out: boolean;
  lead_id: number | null;
  lead_rule: LeadRule;
  user_id: number | null;
  team_id: number | null;
  user_rule: UserRule;
  assignment: readonly Step[];
};

export type StoredCallRecord = CallRecord & { id: number };

/** The stored records of these calls, locked until the transaction ends; by call id. */
export async function lockCallRecords(tx: Tx, callIds: readonly string[]): Promise<Map<string, StoredCallRecord>> {
  const { rows } = await sql<StoredCallRecord>`
    select id, ${COLUMN_LIST} from mcube_call_record
    where call_id = any(${callIds}::text[]) order by call_id for update`.execute(tx);
  return new Map(rows.map((row) => [row.call_id, row]));
}

/** Inserts the records of calls never seen. A call that is missing in the answer was inserted by another process meanwhile. */
export async function insertCallRecords(tx: Tx, records: readonly CallRecord[]): Promise<Map<string, number>> {
  if (records.length === 0) return new Map();
  const sorted = [...records].sort((one, other) => (one.call_id < other.call_id ? -1 : 1));
  const { rows } = await sql<{ id: number; call_id: string }>`
    insert into mcube_call_record (${COLUMN_LIST})
    select ${COLUMN_LIST} from json_to_recordset(${JSON.stringify(sorted)}::json) as record (${TYPED_COLUMNS})
    on conflict (call_id) do nothing
    returning id, call_id`.execute(tx);
  return new Map(rows.map((row) => [row.call_id, row.id]));
}

/** Rewrites locked records. */
export async function updateCallRecords(tx: Tx, records: readonly StoredCallRecord[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    update mcube_call_record set (${COLUMN_LIST}, write_date) = (select ${PREFIXED_COLUMNS}, now())
    from json_to_recordset(${JSON.stringify(records)}::json) as record (id bigint, ${TYPED_COLUMNS})
    where mcube_call_record.id = record.id`.execute(tx);
}

/** Every written column and its type in the database; the compiler checks that none is forgotten. */
const COLUMNS: Record<keyof CallRecord, string> = {
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
  lead_id: 'integer',
  lead_rule: 'text',
  user_id: 'integer',
  team_id: 'integer',
  user_rule: 'text',
  assignment: 'jsonb',
};

const COLUMN_LIST = sql.raw(Object.keys(COLUMNS).join(', '));
const PREFIXED_COLUMNS = sql.raw(
  Object.keys(COLUMNS)
    .map((column) => `record.${column}`)
    .join(', '),
);
const TYPED_COLUMNS = sql.raw(
  Object.entries(COLUMNS)
    .map((column) => column.join(' '))
    .join(', '),
);
