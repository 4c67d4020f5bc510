import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Settings } from '../kernel/settings.ts';
import { hashPassword } from '../models/password.ts';
import { insertUser, lockAdministrators } from '../models/user.ts';

export const FIRST_LOGIN = 'admin';

type Parts = { database: Database; settings: Pick<Settings, 'defaultRegion'> };

/**
 * Creates the first administrator of an empty database and returns the password, which is stored nowhere; undefined when
 * there are users already. Of two processes that start together one creates, the other waits and finds.
 */
export async function ensureAdministrator({ database, settings }: Parts): Promise<string | undefined> {
  return await database.kysely.transaction().execute(async (tx) => {
    await lockAdministrators(tx);
    const { rows } = await sql`select from res_users limit 1`.execute(tx);
    if (rows.length > 0) return undefined;
    const password = randomBytes(15).toString('base64url');
    const user = {
      login: FIRST_LOGIN,
      name: 'Administrator',
      groups: ['base.group_system' as const, 'base.group_user' as const],
    };
    await insertUser(tx, user, await hashPassword(password), settings.defaultRegion);
    return password;
  });
}
