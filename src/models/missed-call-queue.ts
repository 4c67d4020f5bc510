import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type ColumnTypes, columnList, unnestRows } from '../db/unnest-rows.ts';
import type { MissedCall } from './missed-call.ts';
import type { Touch } from './missed-call-touch.ts';

/** A row as it is stored, whose it is, and the places of the changes that may concern it. */
export type StoredMissedCall = MissedCall & { id: number; lead_id: number | null; touched_by: number[] };

/**
 * Lets one transaction at a time change the queue. Two batches see nothing of each other before they are committed: a miss
 * in one and the call back in the other would leave the row open for ever. The rollups, which every batch wants as well,
 * follow at once, so that nobody waits longer than before.
 */
export async function lockQueue(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('mcube missed calls'))`.execute(tx);
}

/**
 * Which rows each change in `touch` may concern, as `hit`: a try those of its person, a connection those of everybody whom its
 * lead or its number reaches. All is looked up one by one (`offset 0`), whatever the planner believes of tables that grow.
 */
export const ROWS_TOUCHED = sql`reached as (
      select touch.lead_id as of_lead, touch.* from touch where lead_id is not null
      union all
      select number.lead_id, touch.* from touch cross join lateral (
        select lead_id from phone_number where phone_sanitized = touch.phone_sanitized offset 0) as number
      where connected and number.lead_id is distinct from touch.lead_id
      union all
      select call.lead_id, touch.* from touch cross join lateral (
        select lead_id from mcube_call_record where phone_sanitized = touch.phone_sanitized and lead_rule = 'person' offset 0) as call
      where connected and call.lead_id is distinct from touch.lead_id),
    hit as materialized (
      select row.id, reached.* from reached cross join lateral (
        select id from mcube_missed_call where lead_id = of_lead and settled_until >= moment offset 0) as row
      union all
      select row.id, null, touch.* from touch cross join lateral (
        select id from mcube_missed_call row where row.lead_id is null and row.phone_sanitized = touch.phone_sanitized
          and settled_until >= moment offset 0) as row
      where connected or lead_id is null)`;

/** The rows that these changes may concern. */
export async function findTouchedRows(tx: Tx, touches: readonly Touch[]): Promise<StoredMissedCall[]> {
  const sent = touches.map(({ lead_id, phone_sanitized, connected, moment }, place) => {
    return { place, lead_id, phone_sanitized, connected, moment };
  });
  const { rows } = await sql<StoredMissedCall>`
    with touch as materialized (select * from ${unnestRows(sent, TOUCH_COLUMNS)} as touch),
    ${ROWS_TOUCHED}
    select row.id, row.lead_id, ${COLUMN_LIST}, nullif(settled_until, 'infinity') as settled_until, hit.touched_by
    from (select id, array_agg(place) as touched_by from hit group by id) as hit
    join mcube_missed_call row on row.id = hit.id order by row.id`.execute(tx);
  return rows;
}

export type NewMissedCall = MissedCall & { lead_id: number | null };

/** Brings the queue to what was counted. First what goes and what closes, so that nobody has two open rows in between. */
export async function writeQueue(
  tx: Tx,
  { gone, changed, added }: { gone: readonly number[]; changed: readonly StoredMissedCall[]; added: NewMissedCall[] },
): Promise<number[]> {
  const going = gone.length > 0 && sql`delete from mcube_missed_call where id = any(${gone}::bigint[])`.execute(tx);
  const changing =
    changed.length > 0 &&
    sql`
      update mcube_missed_call set (${COLUMN_LIST}, settled_until, write_date)
        = (select ${SENT_COLUMNS}, coalesce(row.settled_until, 'infinity'), now())
      from ${unnestRows<MissedCall & { id: number }>(changed, CHANGED_COLUMNS)} as row
      where mcube_missed_call.id = row.id`.execute(tx);
  const adding =
    added.length > 0 &&
    sql<{ id: number }>`
      insert into mcube_missed_call (lead_id, ${COLUMN_LIST}, settled_until)
      select lead_id, ${COLUMN_LIST}, coalesce(settled_until, 'infinity')
      from ${unnestRows(added, ADDED_COLUMNS)} as row
      returning id`.execute(tx);
  const [, , inserted] = await Promise.all([going, changing, adding]);
  return inserted === false ? [] : inserted.rows.map(({ id }) => id);
}

const TOUCH_COLUMNS = {
  place: 'integer',
  lead_id: 'integer',
  phone_sanitized: 'text',
  connected: 'boolean',
  moment: 'timestamptz',
} as const;

const COLUMNS: ColumnTypes<Omit<MissedCall, 'settled_until'>> = {
  phone_number: 'text',
  phone_sanitized: 'text',
  tries: 'integer',
  virtual_numbers: 'text[]',
  first_missed_date: 'timestamptz',
  last_missed_date: 'timestamptz',
  last_call_record_id: 'bigint',
  reason: 'text',
  user_id: 'integer',
  team_id: 'integer',
  due_date: 'timestamptz',
  snoozed_until: 'timestamptz',
  closed_date: 'timestamptz',
  closed_rule: 'text',
  closed_call_record_id: 'bigint',
  closed_user_id: 'integer',
  closed_reason: 'text',
  worked: 'boolean',
};

const CHANGED_COLUMNS: ColumnTypes<MissedCall & { id: number }> = {
  ...COLUMNS,
  id: 'bigint',
  settled_until: 'timestamptz',
};
const ADDED_COLUMNS: ColumnTypes<NewMissedCall> = { ...COLUMNS, lead_id: 'integer', settled_until: 'timestamptz' };

/** Whether the queue must be written: everything that a row says, in one order. */
export function sameRow(one: MissedCall, other: MissedCall): boolean {
  return FACTS.every((column) => comparable(one[column]) === comparable(other[column]));
}

const FACTS = [...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]), 'settled_until'] as const;
const COLUMN_LIST = columnList(COLUMNS);
const SENT_COLUMNS = columnList(COLUMNS, 'row');

function comparable(value: MissedCall[keyof MissedCall]): string | number | boolean | null {
  if (value instanceof Date) return value.getTime();
  return Array.isArray(value) ? JSON.stringify(value) : value;
}
