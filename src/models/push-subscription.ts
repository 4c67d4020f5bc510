import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';

/** A browser as its push service knows it. */
export type PushSubscription = { endpoint: string; p256dh: string; auth: string };

/** Keeps a subscription; a browser that somebody else signs in with becomes theirs. */
export async function saveSubscription({ kysely }: Database, userId: number, given: PushSubscription): Promise<void> {
  await sql`
    insert into push_subscription (user_id, endpoint, p256dh, auth)
    values (${userId}, ${given.endpoint}, ${given.p256dh}, ${given.auth})
    on conflict (endpoint) do update set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth`.execute(
    kysely,
  );
}

/** Whether a browser is told what concerns this user, rather than somebody who signed in there before. */
export async function isSubscribed({ kysely }: Database, userId: number, endpoint: string): Promise<boolean> {
  const found = kysely.selectFrom('push_subscription').select('id');
  const row = await found.where('endpoint', '=', endpoint).where('user_id', '=', userId).executeTakeFirst();
  return row !== undefined;
}

export async function deleteSubscription({ kysely }: Database, endpoint: string, userId?: number): Promise<void> {
  await sql`
    delete from push_subscription where endpoint = ${endpoint}
      and (${userId ?? null}::integer is null or user_id = ${userId ?? null})`.execute(kysely);
}

/** Has these rows pushed, once the transaction is committed. */
export async function enqueuePush(tx: Tx, missedCallIds: readonly number[]): Promise<void> {
  if (missedCallIds.length > 0) await sql`select push_missed_calls(${missedCallIds}::bigint[])`.execute(tx);
}

/** Has them pushed a minute later, to the browsers that could not be told. */
export async function enqueuePushAgain(
  { kysely }: Database,
  missedCallIds: readonly number[],
  endpoints: readonly string[],
): Promise<void> {
  const job = JSON.stringify({ ids: missedCallIds, endpoints });
  await sql`
    select graphile_worker.add_job('push_missed_calls', ${job}::json, run_at => now() + interval '1 minute')`.execute(
    kysely,
  );
}

/** What to tell a browser of a row, in the words of whose it is. */
export type PushMessage = PushSubscription & {
  lang: string;
  missed_call_id: number;
  phone_sanitized: string | null;
  contact_name: string | null;
  tries: number;
};

/**
 * Whom to tell of rows that are open and tried again since the given moment: the owner, or, without one, the team. An old
 * try that was told late is no news to wake anybody for.
 */
export async function findPushes(
  { kysely }: Database,
  ids: readonly number[],
  triedSince: Date,
): Promise<PushMessage[]> {
  const { rows } = await sql<PushMessage>`
    select endpoint, p256dh, auth, lang, row.id as missed_call_id, row.phone_sanitized, crm_lead.contact_name, tries
    from mcube_missed_call row
    join res_users on res_users.id = row.user_id or (row.user_id is null and res_users.team_id = row.team_id)
    join push_subscription on push_subscription.user_id = res_users.id
    left join crm_lead on crm_lead.id = row.lead_id
    where row.id = any(${ids}::bigint[]) and row.closed_date is null and row.snoozed_until is null
      and row.last_missed_date > ${triedSince}
      and res_users.active and res_users.push_missed_calls and groups && '{base.group_user,base.group_system}'`.execute(
    kysely,
  );
  return rows;
}
