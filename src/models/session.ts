import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { Group } from '../db/tables.ts';
import { newSecret, secretHash } from './secret.ts';

export type Session = { token_hash: Buffer; user_id: number; groups: Group[]; create_date: Date; expires_at: Date };

/** Opens a session and returns its secret, which is stored nowhere. */
export async function openSession(tx: Tx, userId: number, now: Date, hours: number): Promise<string> {
  const secret = newSecret();
  await tx
    .insertInto('res_session')
    .values({ token_hash: secretHash(secret), user_id: userId, create_date: now, expires_at: hoursAfter(now, hours) })
    .execute();
  await tx.deleteFrom('res_session').where('user_id', '=', userId).where('expires_at', '<=', now).execute();
  return secret;
}

/** The session of this secret, when it has not ended and its user is active. */
export async function findSession(database: Database, secret: string, now: Date): Promise<Session | undefined> {
  const { rows } = await sql<Session>`
    select token_hash, user_id, groups, res_session.create_date, expires_at
    from res_session join res_users on res_users.id = user_id
    where token_hash = ${secretHash(secret)} and expires_at > ${now} and active`.execute(database.prepared);
  return rows[0];
}

/** Moves the end of a session that is in use. */
export async function extendSession(database: Database, tokenHash: Buffer, now: Date, hours: number): Promise<void> {
  await database.kysely
    .updateTable('res_session')
    .set({ expires_at: hoursAfter(now, hours) })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function endSession(database: Database, tokenHash: Buffer): Promise<void> {
  await database.kysely.deleteFrom('res_session').where('token_hash', '=', tokenHash).execute();
}

export async function endSessionsOf(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('res_session').where('user_id', '=', userId).execute();
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}
