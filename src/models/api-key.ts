import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { Group } from '../db/tables.ts';
import { newSecret, secretHash } from './secret.ts';

/** Every API key begins so: it is recognised in a log, a mail or a repository it should not have come to. */
const PREFIX = 'mck_';

export type ApiKey = { id: number; user_id: number; groups: Group[]; expiration_date: Date | null };

export type NewApiKey = { user_id: number; name: string; expiration_date: Date | null };

/** Creates a key and returns its secret, which is stored nowhere. */
export async function insertApiKey(tx: Tx, key: NewApiKey): Promise<{ id: number; key: string }> {
  const secret = PREFIX + newSecret();
  const { id } = await tx
    .insertInto('res_users_apikeys')
    .values({ ...key, key_hash: secretHash(secret) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, key: secret };
}

/** The key of this secret, when it has not expired and its user is active. */
export async function findApiKey(database: Database, secret: string, now: Date): Promise<ApiKey | undefined> {
  if (!secret.startsWith(PREFIX)) return undefined;
  const { rows } = await sql<ApiKey>`
    select res_users_apikeys.id, user_id, groups, expiration_date
    from res_users_apikeys join res_users on res_users.id = user_id
    where key_hash = ${secretHash(secret)} and (expiration_date is null or expiration_date > ${now}) and active`.execute(
    database.prepared,
  );
  return rows[0];
}

/** Ends a key, where it is among those of the rule. False when there is no such key. */
export async function deleteApiKey(
  { kysely }: Database,
  id: number,
  rule: RawBuilder<SqlBool> = sql<boolean>`true`,
): Promise<boolean> {
  const deleted = await kysely.deleteFrom('res_users_apikeys').where('id', '=', id).where(rule).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
