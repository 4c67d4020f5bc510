import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { LeadJson } from './fill-lead.ts';
import type { Moved } from './lead-merge.ts';

/** A merge as it was written down. */
export type LeadMerge = {
  id: number;
  lead_id: number;
  undone_date: Date | null;
  lead_before: LeadJson;
  lead_after: LeadJson;
  numbers_before: NumberJson[];
  last_call_record_id: number;
  lines: MergeLine[];
};

export type MergeLine = { lead_id: number; lead_before: LeadJson; numbers_before: NumberJson[] };

/** A row of phone_number as JSON. */
export type NumberJson = { phone_sanitized: string; chosen_at: string | null };

export async function lockMerge(tx: Tx, id: number): Promise<LeadMerge | undefined> {
  const { rows } = await sql<LeadMerge>`
    select id, lead_id, undone_date, lead_before, lead_after, numbers_before, last_call_record_id,
      (select jsonb_agg(jsonb_build_object('lead_id', line.lead_id, 'lead_before', line.lead_before,
          'numbers_before', line.numbers_before) order by line.lead_id)
        from crm_lead_merge_line line where line.merge_id = crm_lead_merge.id) as lines
    from crm_lead_merge where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The newest merge into this lead that was not undone, behind the given one. */
export async function findLaterMerge(tx: Tx, { id, lead_id }: LeadMerge): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from crm_lead_merge where lead_id = ${lead_id} and id > ${id} and undone_date is null
    order by id desc limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Open leads for which one of these numbers was opened. */
export async function findCallerLeads(tx: Tx, numbers: readonly string[]) {
  const { rows } = await sql<{ id: number; name: string; caller_number: string }>`
    select id, name, caller_number from crm_lead
    where is_open and caller_number = any(${numbers}::text[]) order by id`.execute(tx);
  return rows;
}

/** Merged leads are open, archived or closed again as they were. Nothing else of them has changed: nobody could. */
export async function restoreMerged(tx: Tx, mergeId: number): Promise<void> {
  await sql`
    update crm_lead set active = before.active, is_open = before.is_open, caller_number = before.caller_number,
      merged_into_id = null, write_date = now()
    from crm_lead_merge_line line
    cross join lateral jsonb_populate_record(null::crm_lead, line.lead_before) as before
    where line.merge_id = ${mergeId} and crm_lead.id = line.lead_id`.execute(tx);
}

/** Gives back what the merge moved, as far as it still stands on the kept lead: what a person moved on stays there. */
export async function moveBack(tx: Tx, { id, lead_id }: LeadMerge): Promise<Moved> {
  const calls = await sql<{ id: number }>`
    update mcube_call_record call set lead_id = line.lead_id, write_date = now()
    from crm_lead_merge_line line
    where line.merge_id = ${id} and call.id = any(line.call_record_ids) and call.lead_id = ${lead_id}
    returning call.id`.execute(tx);
  const notes = await sql<{ id: number }>`
    update mail_message note set lead_id = line.lead_id
    from crm_lead_merge_line line
    where line.merge_id = ${id} and note.id = any(line.note_ids) and note.lead_id = ${lead_id}
    returning note.id`.execute(tx);
  await sql`
    delete from crm_lead_tag_rel using crm_lead_merge
    where crm_lead_merge.id = ${id} and crm_lead_tag_rel.lead_id = ${lead_id} and tag_id = any(added_tag_ids)`.execute(
    tx,
  );
  return { call_record_ids: calls.rows.map((row) => row.id), note_ids: notes.rows.map((row) => row.id) };
}

/** A number that only merged leads had, and whose calls go back to one of them. */
export type ReturningNumber = { phone_sanitized: string; lead_id: number };

/**
 * Gives the numbers back. Those that only the merged leads had leave the kept lead, unless it has meanwhile been given them
 * as its own; of those that it had itself, what a person chose before the merge counts again.
 */
export async function returnNumbers(
  tx: Tx,
  { id, lead_id }: LeadMerge,
  returning: readonly ReturningNumber[],
): Promise<void> {
  await sql`
    delete from phone_number where lead_id = ${lead_id}
      and phone_sanitized = any(${returning.map(({ phone_sanitized }) => phone_sanitized)}::text[])
      and phone_sanitized is distinct from (select phone_sanitized from crm_lead where crm_lead.id = ${lead_id})`.execute(
    tx,
  );
  await sql`
    update phone_number set chosen_at = before.chosen_at
    from crm_lead_merge merge cross join lateral jsonb_populate_recordset(null::phone_number, merge.numbers_before) as before
    where merge.id = ${id} and phone_number.id = before.id and phone_number.lead_id = ${lead_id}
      and phone_number.chosen_at is not distinct from greatest(before.chosen_at, (
        select max(theirs.chosen_at) from crm_lead_merge_line line
        cross join lateral jsonb_populate_recordset(null::phone_number, line.numbers_before) as theirs
        where line.merge_id = merge.id and theirs.phone_sanitized = before.phone_sanitized))`.execute(tx);
  await sql`
    insert into phone_number (id, lead_id, phone_sanitized, chosen_at) overriding system value
    select before.id, before.lead_id, before.phone_sanitized, before.chosen_at from crm_lead_merge_line line
    cross join lateral jsonb_populate_recordset(null::phone_number, line.numbers_before) as before
    where line.merge_id = ${id}`.execute(tx);
}

/** Calls that came after the merge on a number that only a merged lead had go to that lead, unless a person put them here. */
export async function sendOnCalls(
  tx: Tx,
  { lead_id, last_call_record_id }: LeadMerge,
  returning: readonly ReturningNumber[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update mcube_call_record call set lead_id = number.lead_id, write_date = now()
    from unnest(${returning.map((one) => one.phone_sanitized)}::text[], ${returning.map((one) => one.lead_id)}::integer[])
      as number (phone_sanitized, lead_id)
    where call.lead_id = ${lead_id} and call.id > ${last_call_record_id} and call.lead_rule <> 'person'
      and call.phone_sanitized = number.phone_sanitized
    returning call.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function markUndone(tx: Tx, id: number): Promise<void> {
  await sql`update crm_lead_merge set undone_date = now() where id = ${id}`.execute(tx);
}
