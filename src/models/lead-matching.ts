import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { textArray } from '../db/unnest-rows.ts';

/** A lead that a number reaches. */
export type Candidate = {
  id: number;
  user_id: number | null;
  is_open: boolean;
  owner_active: boolean;
  owner_team_id: number | null;
  owner_call_id: string | null;
  /** When a person said that this number's calls belong here. */
  chosen_at: Date | null;
};

/** What the leads of one number say: the open lead the call belongs to, and whose owner looked after this customer before. */
export type Match = {
  lead: Candidate | undefined;
  /** The other open leads of the number; null for none. */
  others: number[] | null;
  owned_before: Candidate | undefined;
};

/**
 * Chooses among all leads of a number: open before closed, what a person chose last before what nobody chose, owned before
 * unowned, newest first. A closed lead never takes the call, but its owner is remembered. Owners who left do not count.
 */
export function chooseLead(candidates: readonly Candidate[]): Match {
  const ranked = [...candidates].sort(
    (one, other) =>
      Number(other.is_open) - Number(one.is_open) ||
      (other.chosen_at?.getTime() ?? 0) - (one.chosen_at?.getTime() ?? 0) ||
      Number(owned(other)) - Number(owned(one)) ||
      other.id - one.id,
  );
  return {
    lead: ranked.find(({ is_open }) => is_open),
    others: ranked[1]?.is_open === true ? ranked.slice(1).flatMap(({ id, is_open }) => (is_open ? id : [])) : null,
    owned_before: ranked.find(owned),
  };
}

/** All leads that the given normalised numbers reach, over every number a lead and its contact hold. */
export async function findLeadsByNumbers(tx: Tx, numbers: readonly string[]): Promise<Map<string, Candidate[]>> {
  const found = new Map<string, Candidate[]>(numbers.map((number) => [number, []]));
  if (numbers.length === 0) return found;
  const { rows } = await sql<Candidate & { phone_sanitized: string }>`
    select phone_number.phone_sanitized, phone_number.chosen_at, crm_lead.id, crm_lead.user_id, crm_lead.is_open, crm_lead.owner_call_id,
      coalesce(res_users.active, false) as owner_active, res_users.team_id as owner_team_id
    from unnest(${textArray(numbers)}) as asked (number)
    cross join lateral (select * from phone_number where phone_sanitized = asked.number offset 0) as phone_number
    cross join lateral (select * from crm_lead where id = phone_number.lead_id offset 0) as crm_lead
    left join res_users on res_users.id = crm_lead.user_id`.execute(tx);
  for (const { phone_sanitized, ...candidate } of rows) found.get(phone_sanitized)?.push(candidate);
  return found;
}

/** These leads as candidates, whatever numbers reach them. */
export async function findLeadsByIds(tx: Tx, ids: readonly number[]): Promise<Map<number, Candidate>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Candidate>`
    select crm_lead.id, crm_lead.user_id, crm_lead.is_open, crm_lead.owner_call_id, null as chosen_at,
      coalesce(res_users.active, false) as owner_active, res_users.team_id as owner_team_id
    from crm_lead left join res_users on res_users.id = crm_lead.user_id
    where crm_lead.id = any(${ids}::integer[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A person's word on whose calls of this number are; where `adds`, the lead gets the number if it has not got it. */
export async function rememberLead(tx: Tx, number: string, leadId: number, adds: boolean): Promise<void> {
  if (adds) {
    await sql`
      insert into phone_number (lead_id, phone_sanitized, chosen_at) values (${leadId}, ${number}, now())
      on conflict (phone_sanitized, lead_id) do update set chosen_at = excluded.chosen_at`.execute(tx);
    return;
  }
  await sql`
    update phone_number set chosen_at = now()
    where lead_id = ${leadId} and phone_sanitized = ${number} and exists (
      select from phone_number other join crm_lead on crm_lead.id = other.lead_id
      where other.phone_sanitized = ${number} and other.lead_id <> ${leadId} and crm_lead.is_open)`.execute(tx);
}

function owned(candidate: Candidate): boolean {
  return candidate.user_id !== null && candidate.owner_active;
}
