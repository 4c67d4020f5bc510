import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';

/** Other active leads that share a number or an e-mail with this one, newest first. */
export async function findDuplicates({ kysely }: Database, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from crm_lead where active and id <> ${id} and id in (
      select theirs.lead_id from phone_number mine join phone_number theirs using (phone_sanitized) where mine.lead_id = ${id}
      union
      select theirs.id from crm_lead mine join crm_lead theirs on lower(theirs.email) = lower(mine.email)
      where mine.id = ${id} and mine.email <> '')
    order by id desc limit ${MOST}`.execute(kysely);
  return rows.map((row) => row.id);
}

const MOST = 200;

/** An open lead in the words of whoever must know of it. */
export type KnownLead = { id: number; name: string; stage_name: string; user_name: string | null };

/**
 * The open lead that one of the numbers belongs to: one with an owner first, then the newest. Until the transaction ends,
 * another one that asks for these numbers waits: of two clicks on the same button the second finds what the first made.
 */
export async function findOpenLead(tx: Tx, numbers: readonly string[]): Promise<KnownLead | undefined> {
  if (numbers.length === 0) return undefined;
  await sql`
    select pg_advisory_xact_lock(hashtextextended(number, ${LOCK_SEED}))
    from (select unnest(${[...numbers].sort()}::text[]) as number) as sorted`.execute(tx);
  const { rows } = await sql<KnownLead>`
    select crm_lead.id, crm_lead.name, crm_stage.name as stage_name, res_users.name as user_name
    from crm_lead
    join crm_stage on crm_stage.id = crm_lead.stage_id
    left join res_users on res_users.id = crm_lead.user_id
    where crm_lead.is_open and crm_lead.id in
      (select lead_id from phone_number where phone_sanitized = any(${numbers}::text[]))
    order by res_users.id is null, crm_lead.id desc limit 1`.execute(tx);
  return rows[0];
}

/** Keeps these locks apart from others that hash a text. */
const LOCK_SEED = 13;
