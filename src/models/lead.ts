import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { normalisePhoneNumber, splitPhoneNumbers } from './phone-number.ts';

/** What people write about a lead. */
export type LeadFields = {
  name: string;
  contact_name: string | null;
  phone: string | null;
  email: string | null;
  description: string | null;
  type: 'lead' | 'opportunity';
  user_id: number | null;
  team_id: number | null;
  stage_id: number;
  active: boolean;
  next_follow_up_at: Date | null;
  next_follow_up_note: string | null;
};

/** What Odoo says of a lead, and people do not write. */
export type LeadPast = { odoo_id: number; won_date: Date };

/** Writes a lead as a person enters it. It claims no number: people may hold two open leads with one. */
export async function insertLead(
  tx: Tx,
  fields: Partial<LeadFields> & Pick<LeadFields, 'name'>,
  region: string,
): Promise<number> {
  const { id } = await tx
    .insertInto('crm_lead')
    .values({
      ...columnsOf(fields, region),
      name: fields.name,
      stage_id: fields.stage_id ?? sql`(select id from crm_stage where not is_won order by sequence, id limit 1)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await settleOpenness(tx, id);
  await addNumbers(tx, id, numbersOf(fields.phone ?? null, region));
  return id;
}

/** A lead that was merged away stays as it is, so that it comes back as it was. */
export type LeadUpdate = { kind: 'changed' } | { kind: 'unknown' } | { kind: 'merged'; into: number };

/** Changes a lead as a person does. */
export async function updateLead(
  tx: Tx,
  id: number,
  changes: Partial<LeadFields & LeadPast>,
  region: string,
): Promise<LeadUpdate> {
  const before = await tx
    .selectFrom('crm_lead')
    .select(['phone', 'merged_into_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return { kind: 'unknown' };
  if (before.merged_into_id !== null) return { kind: 'merged', into: before.merged_into_id };
  await tx
    .updateTable('crm_lead')
    .set({
      ...columnsOf(changes, region),
      // From now on a person has chosen: who answers a call no longer changes the owner.
      ...(changes.user_id !== undefined && { owner_call_id: null }),
      write_date: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
  await settleOpenness(tx, id);
  if (changes.phone !== undefined) {
    await dropNumbers(tx, id, numbersOf(before.phone, region));
    await addNumbers(tx, id, numbersOf(changes.phone, region));
  }
  return { kind: 'changed' };
}

/** A closed lead gives up the number it was opened for, so that the next call of it can open another. */
async function settleOpenness(tx: Tx, id: number): Promise<void> {
  await settleOpennessOf(tx, sql`lead.id = ${id}`);
}

/** The same for all leads of a stage, when what the stage means has changed. */
export async function settleOpennessIn(tx: Tx, stageId: number): Promise<void> {
  await settleOpennessOf(tx, sql`lead.stage_id = ${stageId}`);
}

async function settleOpennessOf(tx: Tx, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    update crm_lead set is_open = open.now, caller_number = case when open.now then caller_number end
    from (select lead.id, lead.active and not crm_stage.is_won as now
      from crm_lead lead join crm_stage on crm_stage.id = lead.stage_id where ${which} and lead.merged_into_id is null) as open
    where crm_lead.id = open.id and crm_lead.is_open <> open.now`.execute(tx);
}

/** A number that a person wrote goes with what they wrote; one that has called stays, since it will call again. */
export async function dropNumbers(tx: Tx, id: number, numbers: readonly string[]): Promise<void> {
  await sql`
    delete from phone_number where lead_id = ${id} and phone_sanitized = any(${numbers}::text[])
      and not exists (select from mcube_call_record call
        where call.lead_id = ${id} and call.phone_sanitized = phone_number.phone_sanitized)
      and phone_sanitized is distinct from (select caller_number from crm_lead where id = ${id})`.execute(tx);
}

export async function addNumbers(tx: Tx, id: number, numbers: readonly string[]): Promise<void> {
  await sql`
    insert into phone_number (lead_id, phone_sanitized) select ${id}::integer, unnest(${numbers}::text[])
    on conflict do nothing`.execute(tx);
}

function columnsOf(fields: Partial<LeadFields & LeadPast>, region: string) {
  const { phone, ...rest } = fields;
  if (phone === undefined) return rest;
  return { ...rest, phone: phone === '' ? null : phone, phone_sanitized: numbersOf(phone, region)[0] ?? null };
}

/** The numbers that the field phone reaches; it may hold several, as upgraded Odoo databases do. */
export function numbersOf(phone: string | null, region: string): string[] {
  return splitPhoneNumbers(phone).flatMap((part) => normalisePhoneNumber(part, region) ?? []);
}
