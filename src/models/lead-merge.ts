import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type LeadJson, MERGED_COLUMNS } from './fill-lead.ts';

/**
 * Waits for everybody who is writing calls, and keeps the others from beginning until the transaction ends. A batch of calls
 * chooses its leads some statements before it writes; without this it could put a call on a lead that was merged in between.
 * A lock on the table and not on the leads, because every writer of calls takes the other side of it anyway: it costs them
 * nothing, and none can forget it. Reading goes on.
 */
export async function holdCalls(tx: Tx): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(tx);
  await sql`lock table mcube_call_record in exclusive mode`.execute(tx);
}

/** These leads, locked until the transaction ends. */
export async function lockLeads(tx: Tx, ids: readonly number[]): Promise<Map<number, LeadJson>> {
  const { rows } = await sql<{ id: number; lead: LeadJson }>`
    select id, to_jsonb(crm_lead) as lead from crm_lead where id = any(${ids}::integer[]) order by id for update`.execute(
    tx,
  );
  return new Map(rows.map(({ id, lead }) => [id, lead]));
}

/** Writes down how everything was. Returns the id of the merge. */
export async function recordMerge(
  tx: Tx,
  {
    kept,
    filled,
    mergedIds,
    user_id,
  }: { kept: LeadJson; filled: LeadJson; mergedIds: readonly number[]; user_id: number },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with merge as (
      insert into crm_lead_merge (lead_id, user_id, lead_before, lead_after, numbers_before, added_tag_ids, last_call_record_id)
      select ${kept.id}, ${user_id}, ${JSON.stringify(kept)}::jsonb, ${JSON.stringify(filled)}::jsonb,
        ${NUMBERS_OF(sql`${kept.id}`)},
        array(select tag_id from crm_lead_tag_rel where lead_id = any(${mergedIds}::integer[])
          except select tag_id from crm_lead_tag_rel where lead_id = ${kept.id}),
        (select coalesce(max(id), 0) from mcube_call_record)
      returning id),
    lines as (
      insert into crm_lead_merge_line (merge_id, lead_id, lead_before, numbers_before, call_record_ids, note_ids)
      select merge.id, lead.id, to_jsonb(lead), ${NUMBERS_OF(sql`lead.id`)},
        array(select id from mcube_call_record where lead_id = lead.id),
        array(select id from mail_message where lead_id = lead.id and call_record_id is null)
      from merge, crm_lead lead where lead.id = any(${mergedIds}::integer[]))
    select id from merge`.execute(tx);
  const [merge] = rows;
  if (merge === undefined) throw new Error('a merge was not recorded');
  return merge.id;
}

/** Moves calls, notes, numbers and tags to the kept lead; what two of them have, it has once. */
export async function moveBelongings(tx: Tx, keptId: number, mergedIds: readonly number[]): Promise<Moved> {
  const notes = await sql<{ id: number }>`
    select id from mail_message where lead_id = any(${mergedIds}::integer[])`.execute(tx);
  const calls = await sql<{ id: number }>`
    update mcube_call_record set lead_id = ${keptId}, write_date = now()
    where lead_id = any(${mergedIds}::integer[]) returning id`.execute(tx);
  await sql`
    update mail_message set lead_id = ${keptId} where lead_id = any(${mergedIds}::integer[])`.execute(tx);
  await sql`
    insert into phone_number (lead_id, phone_sanitized, chosen_at)
    select ${keptId}::integer, phone_sanitized, max(chosen_at) from phone_number
    where lead_id = any(${mergedIds}::integer[]) group by phone_sanitized order by min(id)
    on conflict (phone_sanitized, lead_id)
    do update set chosen_at = greatest(phone_number.chosen_at, excluded.chosen_at)`.execute(tx);
  await sql`delete from phone_number where lead_id = any(${mergedIds}::integer[])`.execute(tx);
  await sql`
    insert into crm_lead_tag_rel (lead_id, tag_id)
    select distinct ${keptId}::integer, tag_id from crm_lead_tag_rel where lead_id = any(${mergedIds}::integer[])
    on conflict do nothing`.execute(tx);
  return { call_record_ids: calls.rows.map(({ id }) => id), note_ids: notes.rows.map(({ id }) => id) };
}

/** Archived, without the number it was opened for, and pointing to the lead that was kept. */
export async function archiveMerged(tx: Tx, keptId: number, mergedIds: readonly number[]): Promise<void> {
  await sql`
    update crm_lead set active = false, is_open = false, caller_number = null, merged_into_id = ${keptId}, write_date = now()
    where id = any(${mergedIds}::integer[])`.execute(tx);
}

/** Writes the columns that a merge may fill. */
export async function writeMergedColumns(tx: Tx, lead: LeadJson): Promise<void> {
  await sql`
    update crm_lead set (${COLUMNS}, write_date) =
      (select ${COLUMNS}, now() from jsonb_populate_record(null::crm_lead, ${JSON.stringify(lead)}::jsonb))
    where id = ${lead.id}`.execute(tx);
}

export type Moved = { call_record_ids: number[]; note_ids: number[] };

const COLUMNS = sql.raw(MERGED_COLUMNS.join(', '));

const NUMBERS_OF = (leadId: ReturnType<typeof sql>) => sql`
  (select coalesce(jsonb_agg(to_jsonb(phone_number) order by id), '[]') from phone_number where lead_id = ${leadId})`;
