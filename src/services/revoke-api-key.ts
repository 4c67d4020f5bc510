import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { recordRule } from '../security/record-rules.ts';
import type { Viewer } from '../security/viewer.ts';

/** Ends an API key: one's own, or as an administrator anybody's. */
export async function revokeApiKey({ database }: { database: Database }, viewer: Viewer, id: number): Promise<void> {
  const rule = recordRule(viewer, 'res.users.apikeys', 'unlink') ?? sql<boolean>`true`;
  const deleted = await database.kysely
    .deleteFrom('res_users_apikeys')
    .where('id', '=', id)
    .where(rule)
    .executeTakeFirst();
  if (deleted.numDeletedRows === 0n) throw new RequestError('not_found', `There is no res.users.apikeys ${id}.`);
}
