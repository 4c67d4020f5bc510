import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import type { Settings } from '../kernel/settings.ts';
import { announce } from '../models/live-change.ts';
import { hashPassword } from '../models/password.ts';
import { endSessionsOf } from '../models/session.ts';
import { hasAdministrator, lockAdministrators, type UserFields, updateUser } from '../models/user.ts';
import type { UserPreferences } from '../models/user-preferences.ts';

export type UserChanges = Partial<UserFields & UserPreferences> & { password?: string };

type Parts = { database: Database; settings: Pick<Settings, 'defaultRegion'> };

/**
 * Changes a user. A new password, and no longer being active, end all their sessions. Somebody who may administer must
 * remain.
 */
export async function changeUser({ database, settings }: Parts, id: number, changes: UserChanges): Promise<void> {
  const { password, ...fields } = changes;
  const hash = password === undefined ? undefined : await hashPassword(password);
  const mayEndAnAdministrator = fields.active === false || fields.groups !== undefined;
  await database.kysely.transaction().execute(async (tx) => {
    if (mayEndAnAdministrator) await lockAdministrators(tx);
    const columns = { ...fields, ...(hash !== undefined && { password_hash: hash }) };
    const found = await updateUser(tx, id, columns, settings.defaultRegion);
    if (!found) throw new RequestError('not_found', say('no_such_record', { model: 'res.users', id }));
    if (mayEndAnAdministrator && !(await hasAdministrator(tx)))
      throw new RequestError('conflict', say('last_administrator'));
    if (hash !== undefined || fields.active === false) await endSessionsOf(tx, id);
    await announce(tx, [{ model: 'res.users', ids: [id] }]);
  });
}
