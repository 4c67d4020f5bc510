import type { Database, Tx } from '../db/database.ts';

export type ShareLink = {
  id: number;
  call_record_id: number;
  user_id: number;
  user_name: string;
  create_date: Date;
  expires_at: Date;
  revoked_date: Date | null;
};

export async function insertShareLink(
  tx: Tx,
  link: { call_record_id: number; user_id: number; create_date: Date; expires_at: Date },
): Promise<number> {
  const { id } = await tx.insertInto('recording_share_link').values(link).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function findShareLink(database: Database, id: number): Promise<ShareLink | undefined> {
  return await selectLinks(database).where('recording_share_link.id', '=', id).executeTakeFirst();
}

/** Newest first; the revoked and the expired too: somebody may have heard the call by them. */
export async function listShareLinks(database: Database, callRecordId: number): Promise<ShareLink[]> {
  return await selectLinks(database)
    .where('call_record_id', '=', callRecordId)
    .orderBy('recording_share_link.id', 'desc')
    .execute();
}

export async function revokeShareLink({ kysely }: Database, id: number, now: Date): Promise<void> {
  await kysely
    .updateTable('recording_share_link')
    .set({ revoked_date: now })
    .where('id', '=', id)
    .where('revoked_date', 'is', null)
    .execute();
}

function selectLinks({ kysely }: Database) {
  return kysely
    .selectFrom('recording_share_link')
    .innerJoin('res_users', 'res_users.id', 'recording_share_link.user_id')
    .select(['recording_share_link.id', 'call_record_id', 'user_id', 'res_users.name as user_name'])
    .select(['recording_share_link.create_date', 'expires_at', 'revoked_date']);
}
