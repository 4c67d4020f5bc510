import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Direction, Outcome } from '../db/tables.ts';

/** A call record with what Odoo is to know of it: relations by Odoo's ids, where Odoo has them. */
export type CallForOdoo = {
  id: number;
  call_id: string;
  phone_number: string | null;
  virtual_number: string | null;
  agent_name: string | null;
  recording_url: string | null;
  call_date: Date;
  duration: number;
  direction: Direction;
  status: string | null;
  disconnected_by: string | null;
  outcome: Outcome;
  lead_odoo_id: number | null;
  user_odoo_id: number | null;
  team_odoo_id: number | null;
};

/** These calls. Without their recordings where not all may hear everything: in Odoo whoever sees the call has MCUBE's link. */
export async function loadCallsForOdoo(
  { kysely }: Database,
  ids: readonly number[],
  withRecordings: boolean,
): Promise<CallForOdoo[]> {
  const { rows } = await sql<CallForOdoo>`
    select call.id, call_id, phone_number, virtual_number, agent_name, call_date, duration, direction,
      case when ${withRecordings} then recording_url end as recording_url,
      status, disconnected_by, outcome,
      lead.odoo_id as lead_odoo_id, owner.odoo_id as user_odoo_id, team.odoo_id as team_odoo_id
    from mcube_call_record call
      left join crm_lead lead on lead.id = call.lead_id
      left join res_users owner on owner.id = call.user_id
      left join crm_team team on team.id = call.team_id
    where call.id = any(${ids}::bigint[]) order by call.id`.execute(kysely);
  return rows;
}
