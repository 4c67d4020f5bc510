import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import type { Settings } from '../kernel/settings.ts';
import { verifyPassword } from '../models/password.ts';
import { openSession } from '../models/session.ts';
import { findAccountById, type UserFields } from '../models/user.ts';
import type { UserPreferences } from '../models/user-preferences.ts';
import type { Viewer } from '../security/viewer.ts';
import { changeUser } from './change-user.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** What everybody may change about themselves. */
export type Preferences = Partial<
  Pick<UserFields, 'name' | 'phone' | 'email' | 'mcube_virtual_number'> & UserPreferences
> & { password?: string; current_password?: string };

type Parts = { database: Database; settings: Settings; clock: Clock; limits: SignInLimits };

/** Changes a user's own preferences. A new password ends all sessions; the secret of a fresh one for the viewer's is returned. */
export async function changePreferences(
  parts: Parts,
  viewer: Viewer,
  preferences: Preferences,
  address: string,
): Promise<string | undefined> {
  const { current_password, ...changes } = preferences;
  if (changes.password !== undefined) await requireOwnPassword(parts, viewer, current_password, address);
  await changeUser(parts, viewer.user_id, changes);
  if (changes.password === undefined || viewer.credential.kind !== 'session') return undefined;
  const { database, clock, settings } = parts;
  return await database.kysely
    .transaction()
    .execute((tx) => openSession(tx, viewer.user_id, clock.now(), settings.sessionHours));
}

/** A session that was left open, or stolen, is not enough to take the account over; nor is guessing in it any faster. */
async function requireOwnPassword(
  { database, limits }: Parts,
  viewer: Viewer,
  given: string | undefined,
  address: string,
): Promise<void> {
  const account = await findAccountById(database, viewer.user_id);
  if (account === undefined) throw new RequestError('not_found', say('no_such_user'));
  if (given === undefined) throw new RequestError('invalid_input', say('old_password_missing'));
  const retryAfter = await limits.take(account.login, address);
  if (retryAfter !== undefined) throw new RequestError('too_many_requests', say('too_many_attempts'), retryAfter);
  if (!(await verifyPassword(given, account.password_hash)))
    throw new RequestError('access_denied', say('old_password_wrong'));
  await limits.forgive(account.login, address);
}
