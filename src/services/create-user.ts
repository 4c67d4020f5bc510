import type { Database } from '../db/database.ts';
import type { Settings } from '../kernel/settings.ts';
import { announce } from '../models/live-change.ts';
import { hashPassword } from '../models/password.ts';
import { insertUser, type NewUserFields } from '../models/user.ts';

/** Without a password the user owns calls and leads, but cannot sign in until one is set. */
export type NewUser = NewUserFields & { password?: string };

type Parts = { database: Database; settings: Pick<Settings, 'defaultRegion'> };

/** Creates a user and returns their id. A login that is taken fails on the index res_users_login. */
export async function createUser({ database, settings }: Parts, { password, ...fields }: NewUser): Promise<number> {
  const hash = password === undefined ? null : await hashPassword(password);
  return await database.kysely.transaction().execute(async (tx) => {
    const id = await insertUser(tx, fields, hash, settings.defaultRegion);
    await announce(tx, [{ model: 'res.users', ids: [id] }]);
    return id;
  });
}
