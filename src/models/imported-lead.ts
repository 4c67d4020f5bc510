import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type ColumnTypes, unnestRows } from '../db/unnest-rows.ts';
import type { LeadFields } from './lead.ts';

/** A lead as another system has it; without a stage that is here it begins in the first one. */
export type ImportedLead = Pick<
  LeadFields,
  'name' | 'contact_name' | 'phone' | 'email' | 'type' | 'user_id' | 'team_id' | 'active'
> & {
  stage_id: number | null;
  phone_sanitized: string | null;
  odoo_id: number;
  create_date: Date | null;
  won_date: Date | null;
  /** Every number that reaches it, normalised. */
  numbers: readonly string[];
};

/**
 * Writes leads that are new here, all at once: whoever comes with a hundred thousand does not keep calls waiting. They claim
 * no number. Returns their ids by Odoo's.
 */
export async function importLeads(tx: Tx, leads: readonly ImportedLead[]): Promise<Map<number, number>> {
  if (leads.length === 0) return new Map();
  const { rows } = await sql<{ id: number; odoo_id: number }>`
    with lead as (
      select told.*, coalesce(told.stage_id, first.id) as stage
      from ${unnestRows(leads, COLUMNS)} as told,
        (select id from crm_stage where not is_won order by sequence, id limit 1) as first),
    made as (
      insert into crm_lead (name, contact_name, phone, phone_sanitized, email, type, user_id, team_id, stage_id, active, is_open,
        odoo_id, create_date, won_date)
      select lead.name, lead.contact_name, lead.phone, lead.phone_sanitized, lead.email, lead.type, lead.user_id, lead.team_id,
        lead.stage, lead.active, lead.active and not crm_stage.is_won, lead.odoo_id, coalesce(lead.create_date, now()), lead.won_date
      from lead join crm_stage on crm_stage.id = lead.stage order by lead.odoo_id
      returning id, odoo_id),
    reached as (
      insert into phone_number (lead_id, phone_sanitized)
      select made.id, number from made join lead using (odoo_id), unnest(lead.numbers) as number)
    select id, odoo_id from made`.execute(tx);
  return new Map(rows.map(({ id, odoo_id }) => [odoo_id, id]));
}

const COLUMNS: ColumnTypes<ImportedLead> = {
  name: 'text',
  contact_name: 'text',
  phone: 'text',
  phone_sanitized: 'text',
  email: 'text',
  type: 'text',
  user_id: 'integer',
  team_id: 'integer',
  stage_id: 'integer',
  active: 'boolean',
  odoo_id: 'integer',
  create_date: 'timestamptz',
  won_date: 'timestamptz',
  numbers: 'text[]',
};
