import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** A lead with what Odoo is to know of it: relations by Odoo's ids, where Odoo has them. */
export type LeadForOdoo = {
  id: number;
  name: string;
  contact_name: string | null;
  phone: string | null;
  email: string | null;
  description: string | null;
  type: string;
  active: boolean;
  is_open: boolean;
  is_won: boolean;
  merged_into_id: number | null;
  /** The number for which a call opened it; null for what a person made. */
  caller_number: string | null;
  odoo_id: number | null;
  user_odoo_id: number | null;
  team_odoo_id: number | null;
  stage_odoo_id: number | null;
  /** By which rule the call that opened it gave it its owner; null when a person did. */
  owner_rule: string | null;
  /** Every number that reaches it, normalised. */
  numbers: string[];
  /**
   * What Odoo said last of it, in the words of {@link OdooLead}, when it was followed last; null before. Without people and
   * teams that are not here: nobody here can have chosen somebody else instead of them.
   */
  said: Readonly<Record<string, unknown>> | null;
};

/** In the order of their ids, the order in which they find theirs in Odoo. */
export async function loadLeadsForOdoo({ kysely }: Database, ids: readonly number[]): Promise<LeadForOdoo[]> {
  const { rows } = await sql<LeadForOdoo>`
    select lead.id, lead.name, contact_name, lead.phone, lead.email, description, type, lead.active, is_open,
      stage.is_won, merged_into_id, caller_number, lead.odoo_id,
      -- Odoo's import takes only those who are active there.
      case when owner.active then owner.odoo_id end as user_odoo_id,
      case when team.active then team.odoo_id end as team_odoo_id, stage.odoo_id as stage_odoo_id,
      opener.user_rule as owner_rule,
      array(select phone_sanitized from phone_number where lead_id = lead.id order by id) as numbers,
      record.said
        - case when said->>'user_id' is null or exists (select from res_users where res_users.odoo_id = (said->>'user_id')::integer)
            then '' else 'user_id' end
        - case when said->>'team_id' is null or exists (select from crm_team where crm_team.odoo_id = (said->>'team_id')::integer)
            then '' else 'team_id' end as said
    from crm_lead lead
      join crm_stage stage on stage.id = lead.stage_id
      left join res_users owner on owner.id = lead.user_id
      left join crm_team team on team.id = lead.team_id
      left join mcube_call_record opener on opener.call_id = lead.owner_call_id
      left join odoo_record record on record.model = 'crm.lead' and record.odoo_id = lead.odoo_id
    where lead.id = any(${ids}::integer[]) order by lead.id`.execute(kysely);
  return rows;
}

/** Which leads here are these of Odoo's, by Odoo's ids. */
export async function leadsByOdooId({ kysely }: Database, odooIds: readonly number[]): Promise<Map<number, number>> {
  if (odooIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; odoo_id: number }>`
    select id, odoo_id from crm_lead where odoo_id = any(${odooIds}::integer[])`.execute(kysely);
  return new Map(rows.map(({ id, odoo_id }) => [odoo_id, id]));
}

/**
 * Says which lead of Odoo's a lead is. False when it, or Odoo's, has found another meanwhile. A transaction each, so that
 * nobody who writes calls can be in its way the wrong way round.
 */
export async function linkLeadToOdoo({ kysely }: Database, id: number, odooId: number): Promise<boolean> {
  const { rows } = await sql<{ linked: boolean }>`
    update crm_lead set odoo_id = coalesce(odoo_id, ${odooId})
    where id = ${id} and not exists (select from crm_lead other where other.odoo_id = ${odooId} and other.id <> ${id})
    returning odoo_id = ${odooId} as linked`.execute(kysely);
  return rows[0]?.linked === true;
}

/** Odoo's lead is gone. */
export async function unlinkLeadFromOdoo({ kysely }: Database, id: number, odooId: number): Promise<void> {
  await sql`update crm_lead set odoo_id = null where id = ${id} and odoo_id = ${odooId}`.execute(kysely);
}
