import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type Counterparts, inOdooTerms, loadCounterparts } from './odoo-counterpart.ts';

/** A lead here, relations also by Odoo's ids. */
export type LeadHere = {
  id: number;
  odoo_id: number | null;
  merged_into_id: number | null;
  owner_call_id: string | null;
  caller_number: string | null;
  name: string;
  contact_name: string | null;
  phone: string | null;
  email: string | null;
  type: string;
  user_id: number | null;
  team_id: number | null;
  stage_id: number;
  active: boolean;
};

export type LeadCounterparts = { users: Counterparts; teams: Counterparts; stages: Counterparts };

export async function loadLeadCounterparts(tx: Tx): Promise<LeadCounterparts> {
  return {
    users: await loadCounterparts(tx, 'res_users'),
    teams: await loadCounterparts(tx, 'crm_team'),
    stages: await loadCounterparts(tx, 'crm_stage'),
  };
}

/** What stands here, in the words of {@link OdooLead}. */
export function leadInOdooTerms(lead: LeadHere, { users, teams, stages }: LeadCounterparts) {
  const { name, contact_name, phone, email, type, active } = lead;
  return {
    name,
    contact_name,
    phone,
    email,
    type,
    active,
    user_id: inOdooTerms(lead.user_id, users),
    team_id: inOdooTerms(lead.team_id, teams),
    stage_id: inOdooTerms(lead.stage_id, stages),
  };
}

/** Whether some of these of Odoo's are no lead here yet. */
export async function hasUnknownLeads(tx: Tx, odooIds: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{ known: number }>`
    select count(*) as known from crm_lead where odoo_id = any(${odooIds}::integer[])`.execute(tx);
  return (rows[0]?.known ?? 0) < new Set(odooIds).size;
}

/** The leads that are these of Odoo's, locked, by their ids here as everybody locks leads. */
export async function lockLinkedLeads(tx: Tx, odooIds: readonly number[]): Promise<Map<number, LeadHere>> {
  const { rows } = await sql<LeadHere & { odoo_id: number }>`
    select ${COLUMNS} from crm_lead where odoo_id = any(${odooIds}::integer[]) order by id for update`.execute(tx);
  return new Map(rows.map((row) => [row.odoo_id, row]));
}

/** Whether leads are on their way to Odoo: one that is there already may not be known to be one of ours. */
export async function hasLeadsUnderWay(tx: Tx, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from odoo_delivery where model = 'crm.lead' and state = 'waiting' and next_attempt_at <= ${now} limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/**
 * Open leads that Odoo does not have yet, or is just being told of, by the numbers that reach them: one of Odoo's with such
 * a number is the same, whoever of the two was first. What was opened for a number goes before what a person made.
 */
export async function lockUnlinkedLeads(
  tx: Tx,
  numbers: readonly string[],
): Promise<(LeadHere & { number: string })[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<LeadHere & { number: string }>`
    select ${COLUMNS}, phone_sanitized_of as number
    from crm_lead join (select lead_id, phone_sanitized as phone_sanitized_of from phone_number
      where phone_sanitized = any(${numbers}::text[])) as reached on reached.lead_id = crm_lead.id
    where odoo_id is null and is_open and merged_into_id is null
    order by crm_lead.id for update of crm_lead`.execute(tx);
  return rows.sort((one, other) => Number(other.caller_number !== null) - Number(one.caller_number !== null));
}

const COLUMNS = sql.raw(
  'id, odoo_id, merged_into_id, owner_call_id, caller_number, name, contact_name, phone, email, type, user_id, team_id, stage_id, active',
);
