import type { Tx } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';

/** Work is given only to somebody who is there to do it: of an archived user nobody would see it. */
export async function requireOwner(tx: Tx, userId: number): Promise<number> {
  const user = await tx.selectFrom('res_users').select(['name', 'active']).where('id', '=', userId).executeTakeFirst();
  if (user === undefined)
    throw new RequestError('invalid_input', say('does_not_exist', { field: 'user_id', id: userId }));
  if (!user.active) throw new RequestError('conflict', say('owner_archived', { name: user.name }));
  return userId;
}
