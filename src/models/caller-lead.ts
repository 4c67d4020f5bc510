import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type ColumnTypes, unnestRows } from '../db/unnest-rows.ts';
import type { MergedCall } from './merge-call.ts';

/** The source of every lead the service opens; created by the migration. */
const SOURCE = 'MCUBE API';

const TITLES = { inbound: 'Inbound Call from', outbound: 'Outbound Call to' } as const;

/** The name that a lead gets from its first call, which says nothing of who it is, as a pattern of PostgreSQL. */
export const CALLED_AFTER_A_CALL = `^(${Object.values(TITLES).join('|')}) \\S+$`;

export type CallerLead = {
  /** The caller's normalised number; at most one open lead is opened for it. */
  caller_number: string;
  call: MergedCall;
  user_id: number | null;
  team_id: number | null;
};

/**
 * Opens leads for callers whom no open lead knows. Returns the new leads by number; a number that is missing was opened
 * by somebody else at the same instant (the unique index decides and waits for them): look again.
 */
export async function openCallerLeads(tx: Tx, leads: readonly CallerLead[]): Promise<Map<string, number>> {
  if (leads.length === 0) return new Map();
  // Sorted: two batches that open the same leads wait for each other in one direction only.
  const sorted = [...leads].sort((one, other) => (one.caller_number < other.caller_number ? -1 : 1));
  const rows = sorted.map(({ call, ...lead }) => ({ ...lead, ...callerFacts(call), owner_call_id: call.call_id }));
  const opened = await sql<{ id: number; caller_number: string }>`
    with opened as (
      insert into crm_lead (name, contact_name, phone, phone_sanitized, user_id, team_id, stage_id, source_id, caller_number, owner_call_id)
      select lead.name, lead.contact_name, lead.phone, lead.caller_number, lead.user_id, lead.team_id,
        (select id from crm_stage where not is_won order by sequence, id limit 1),
        (select id from utm_source where name = ${SOURCE}),
        lead.caller_number, lead.owner_call_id
      from ${unnestRows(rows, LEAD_COLUMNS)} as lead
      on conflict (caller_number) where is_open do nothing
      returning id, caller_number),
    reached as (insert into phone_number (lead_id, phone_sanitized) select id, caller_number from opened)
    select id, caller_number from opened`.execute(tx);
  return new Map(opened.rows.map((row) => [row.caller_number, row.id]));
}

export type LeadOwner = { id: number; user_id: number | null; team_id: number | null };

/** Gives leads their owner while no person has: at hang-up the owner of a new lead follows who answered. */
export async function followOwner(tx: Tx, owners: readonly LeadOwner[]): Promise<void> {
  if (owners.length === 0) return;
  await sql`
    update crm_lead set user_id = owner.user_id, team_id = owner.team_id, write_date = now()
    from ${unnestRows(owners, OWNER_COLUMNS)} as owner
    where crm_lead.id = owner.id and crm_lead.owner_call_id is not null`.execute(tx);
}

const LEAD_COLUMNS = {
  name: 'text',
  contact_name: 'text',
  phone: 'text',
  caller_number: 'text',
  user_id: 'integer',
  team_id: 'integer',
  owner_call_id: 'text',
} as const;

const OWNER_COLUMNS: ColumnTypes<LeadOwner> = { id: 'integer', user_id: 'integer', team_id: 'integer' };

function callerFacts(call: MergedCall): { name: string; contact_name: string | null; phone: string | null } {
  return {
    name: call.caller_name ?? `${TITLES[call.direction]} ${call.phone_number}`,
    contact_name: call.caller_name,
    phone: call.phone_number,
  };
}
