import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

export type Listen = {
  id: number;
  user_id: number | null;
  user_name: string | null;
  share_link_id: number | null;
  create_date: Date;
};

/** Who listens: a user, or whoever was given the link. */
export type Listener = { user_id: number } | { share_link_id: number };

/** A player may ask twice for the beginning before it plays: within this many seconds that is one listen. */
const ONE_LISTEN_SECONDS = 10;

export async function addListen(
  { kysely }: Database,
  callRecordId: number,
  listener: Listener,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - ONE_LISTEN_SECONDS * 1000);
  const user = 'user_id' in listener ? listener.user_id : null;
  const link = 'user_id' in listener ? null : listener.share_link_id;
  await kysely.transaction().execute(async (tx) => {
    // The player and its waveform ask at one instant: the second looks when the first has written.
    await sql`select from recording where call_record_id = ${callRecordId} for no key update`.execute(tx);
    await sql`
    insert into recording_listen (call_record_id, user_id, share_link_id, create_date)
    select ${callRecordId}, ${user}::integer, ${link}::bigint, ${now}
    where not exists (select from recording_listen where call_record_id = ${callRecordId} and create_date > ${since}
      and user_id is not distinct from ${user}::integer and share_link_id is not distinct from ${link}::bigint)`.execute(
      tx,
    );
  });
}

/** Newest first. */
export async function listListens({ kysely }: Database, callRecordId: number): Promise<Listen[]> {
  return await kysely
    .selectFrom('recording_listen')
    .leftJoin('res_users', 'res_users.id', 'recording_listen.user_id')
    .select(['recording_listen.id', 'user_id', 'res_users.name as user_name', 'share_link_id'])
    .select('recording_listen.create_date')
    .where('call_record_id', '=', callRecordId)
    .orderBy('recording_listen.id', 'desc')
    .execute();
}
