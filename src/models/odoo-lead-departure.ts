import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';

/** The next of the leads that Odoo has, in the order of their ids there. */
export async function linkedLeadsAfter({ kysely }: Database, odooId: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ odoo_id: number }>`
    select odoo_id from crm_lead where odoo_id > ${odooId} order by odoo_id limit ${limit}`.execute(kysely);
  return rows.map(({ odoo_id }) => odoo_id);
}

export type Heir = { id: number; name: string };
export type LeavingLead = Heir & { merged_into_id: number | null; call_count: number; call_ids: string[] };

export async function findLeavingLead({ kysely }: Database, odooId: number): Promise<LeavingLead | undefined> {
  const { rows } = await sql<LeavingLead>`
    select id, name, merged_into_id, (select count(*) from mcube_call_record where lead_id = crm_lead.id) as call_count,
      array(select call_id from mcube_call_record where lead_id = crm_lead.id order by call_date desc limit ${SOME}) as call_ids
    from crm_lead where odoo_id = ${odooId}`.execute(kysely);
  return rows[0];
}

/** Enough to find where the notes that tell of them have gone. */
const SOME = 20;

/** The lead here that is this one of Odoo's, unless it is merged away. */
export async function findHeirInOdoo({ kysely }: Database, odooId: number): Promise<Heir | undefined> {
  const { rows } = await sql<Heir>`
    select id, name from crm_lead where odoo_id = ${odooId} and active and merged_into_id is null`.execute(kysely);
  return rows[0];
}

/**
 * The lead of the same person that Odoo goes on with, those that are gone as well left out: one that a number of the leaving one reaches too, else one with its
 * e-mail. Open before won, newest first.
 */
export async function findHeir(
  { kysely }: Database,
  { id }: LeavingLead,
  gone: readonly number[],
): Promise<Heir | undefined> {
  const { rows } = await sql<Heir>`
    select heir.id, heir.name
    from crm_lead heir, crm_lead leaving
    where leaving.id = ${id} and heir.odoo_id <> all(${gone}::integer[]) and heir.active
      and heir.merged_into_id is null
      and (lower(heir.email) = lower(leaving.email) or heir.id in
        (select theirs.lead_id from phone_number mine join phone_number theirs using (phone_sanitized) where mine.lead_id = leaving.id))
    order by lower(heir.email) is not distinct from lower(leaving.email), heir.is_open desc, heir.id desc limit 1`.execute(
    kysely,
  );
  return rows[0];
}

/** Odoo no longer has it: nothing of it waits to go there, and it is not asked for again. */
export async function forgetInOdoo(tx: Tx, { id }: LeavingLead, odooId: number): Promise<void> {
  await sql`update crm_lead set odoo_id = null where id = ${id}`.execute(tx);
  await sql`delete from odoo_delivery where model = 'crm.lead' and record_id = ${id}`.execute(tx);
  await sql`delete from odoo_record where model = 'crm.lead' and odoo_id = ${odooId}`.execute(tx);
  // Odoo refused calls that came there after the lead had gone.
  await sql`
    select renew_odoo_deliveries('mcube.call.record', array(
      select call.id from mcube_call_record call join odoo_delivery delivery
        on delivery.model = 'mcube.call.record' and delivery.record_id = call.id and delivery.state = 'failed'
      where call.lead_id = ${id} order by call.id))`.execute(tx);
}
