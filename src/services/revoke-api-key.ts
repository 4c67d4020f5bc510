import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { deleteApiKey } from '../models/api-key.ts';
import { recordRule } from '../security/record-rules.ts';
import type { Viewer } from '../security/viewer.ts';

/** Ends an API key: one's own, or as an administrator anybody's. */
export async function revokeApiKey({ database }: { database: Database }, viewer: Viewer, id: number): Promise<void> {
  const rule = recordRule(viewer, 'res.users.apikeys', 'unlink');
  if (!(await deleteApiKey(database, id, rule)))
    throw new RequestError('not_found', say('no_such_record', { model: 'res.users.apikeys', id }));
}
