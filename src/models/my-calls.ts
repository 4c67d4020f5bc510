import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Outcome } from '../db/tables.ts';
import { CALLED_AFTER_A_CALL } from './caller-lead.ts';
import { LONGEST_CALL_MS } from './connection.ts';
import { normalisePhoneNumber } from './phone-number.ts';

/** A call that ended stays at hand so long, for the note about it. */
const AT_HAND_MS = 3_600_000;
const MOST = 50;

/**
 * The calls that ring or are talked in now, and those that ended within the last hour, that concern a user: the one whose
 * phone or e-mail MCUBE names, or, where it names nobody we know, everybody who holds the number that was called.
 * Newest first. Portal users are customers: no call rings for them.
 */
export async function findMyCalls({ kysely }: Database, userId: number, region: string, now: Date): Promise<number[]> {
  const ended = new Date(now.getTime() - AT_HAND_MS);
  const began = new Date(ended.getTime() - LONGEST_CALL_MS);
  const { rows } = await sql<{
    id: number;
    agent_id: number | null;
    virtual_number: string | null;
    mine: string | null;
  }>`
    with me as materialized (
      select id, virtual_number_sanitized from res_users
      where id = ${userId} and active and groups && '{base.group_user,base.group_system}'),
    owner as materialized (
      -- Of those who hold one number, the first owns its calls.
      select id from me union
      select res_users.id from me join res_users using (virtual_number_sanitized)),
    candidate as (
      select id, call_date, agent_id, virtual_number from mcube_call_record
      where outcome = 'in_progress' and call_date > ${began} and (agent_id = ${userId} or agent_id is null)
      union all
      select call.id, call_date, agent_id, virtual_number from owner
      join mcube_call_record call on call.user_id = owner.id and call.call_date > ${began}
      where outcome <> 'in_progress' and coalesce(end_date, call_date + duration * interval '1 second') > ${ended}
        and (agent_id = ${userId} or agent_id is null)
      union all
      select id, call_date, agent_id, virtual_number from mcube_call_record
      where agent_id = ${userId} and agent_id is not null and agent_id is distinct from user_id and call_date > ${began}
        and outcome <> 'in_progress' and coalesce(end_date, call_date + duration * interval '1 second') > ${ended})
    select candidate.id, agent_id, virtual_number, me.virtual_number_sanitized as mine
    from candidate, me order by call_date desc, candidate.id desc`.execute(kysely);
  const concerning = rows.filter(
    ({ agent_id, virtual_number, mine }) =>
      agent_id === userId || (mine !== null && normalisePhoneNumber(virtual_number, region) === mine),
  );
  return [...new Set(concerning.map(({ id }) => id))].slice(0, MOST);
}

/** The other open leads that have a caller's number. */
export type OtherLead = { id: number; name: string; stage_name: string; user_name: string | null };

/** What an agent must know of the lead of a call at the first glance. */
export type CallerFacts = {
  call_record_id: number;
  lead: CallerLeadFacts | null;
  candidates: OtherLead[];
  last_note: { body: string; user_name: string; create_date: string } | null;
  /** How the lead's call before this one ended. */
  last_outcome: Outcome | null;
};

type CallerLeadFacts = {
  id: number;
  name: string;
  contact_name: string | null;
  phone: string | null;
  stage_id: number;
  stage_name: string;
  user_id: number | null;
  user_name: string | null;
  call_count: number;
  next_follow_up_at: string | null;
  is_new: boolean;
  is_unnamed: boolean;
};

export async function loadCallerFacts({ prepared }: Database, callIds: readonly number[]): Promise<CallerFacts[]> {
  const { rows } = await sql<CallerFacts>`
    select call.id as call_record_id, to_json(lead) as lead, to_json(note) as last_note,
      (select coalesce(json_agg(other), '[]') from (
        select open.id, open.name, crm_stage.name as stage_name, res_users.name as user_name
        from phone_number join crm_lead open on open.id = phone_number.lead_id
        join crm_stage on crm_stage.id = open.stage_id left join res_users on res_users.id = open.user_id
        where phone_number.phone_sanitized = call.phone_sanitized and open.is_open
          and open.id is distinct from call.lead_id
        order by open.id desc limit 20) as other) as candidates,
      (select outcome from mcube_call_record before
        where before.lead_id = call.lead_id and before.call_date <= call.call_date and before.id <> call.id
        order by before.call_date desc limit 1) as last_outcome
    from mcube_call_record call
    left join lateral (
      select crm_lead.id, crm_lead.name, contact_name, crm_lead.phone, stage_id, crm_stage.name as stage_name, crm_lead.user_id,
        res_users.name as user_name, calls.count as call_count, next_follow_up_at,
        call.lead_rule = 'new_lead' and calls.count = 1 as is_new,
        contact_name is null and crm_lead.name ~ ${CALLED_AFTER_A_CALL} as is_unnamed
      from crm_lead join crm_stage on crm_stage.id = stage_id
      left join res_users on res_users.id = crm_lead.user_id
      cross join lateral (select count(*) from mcube_call_record of_lead where of_lead.lead_id = crm_lead.id) as calls
      where crm_lead.id = call.lead_id) as lead on true
    left join lateral (
      select body, res_users.name as user_name, mail_message.create_date
      from mail_message join res_users on res_users.id = mail_message.user_id
      where mail_message.lead_id = call.lead_id order by mail_message.id desc limit 1) as note on true
    where call.id = any(${callIds}::bigint[])`.execute(prepared);
  return rows;
}
