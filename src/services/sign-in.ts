import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Settings } from '../kernel/settings.ts';
import { verifyPassword } from '../models/password.ts';
import { openSession } from '../models/session.ts';
import { findAccount } from '../models/user.ts';
import type { SignInLimits } from './sign-in-limits.ts';

export type SignIn = { kind: 'signed-in'; user_id: number; secret: string } | { kind: 'refused' } | Slowed;
export type Slowed = { kind: 'slowed'; retryAfter: number };

type Parts = { database: Database; settings: Settings; clock: Clock; limits: SignInLimits };

/** Opens a session for a login and its password. Whether the login exists cannot be told from the answer or its time. */
export async function signIn(parts: Parts, login: string, password: string, address: string): Promise<SignIn> {
  const { database, settings, clock, limits } = parts;
  const retryAfter = await limits.take(login, address);
  if (retryAfter !== undefined) return { kind: 'slowed', retryAfter };
  const account = await findAccount(database, login);
  const right = await verifyPassword(password, account?.password_hash ?? null);
  if (account === undefined || !right) return { kind: 'refused' };
  await limits.forgive(login, address);
  const secret = await database.kysely
    .transaction()
    .execute((tx) => openSession(tx, account.id, clock.now(), settings.sessionHours));
  return { kind: 'signed-in', user_id: account.id, secret };
}
