import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { insertApiKey } from '../models/api-key.ts';
import type { Viewer } from '../security/viewer.ts';

export type ApiKeyRequest = { name: string; user_id?: number; expiration_date?: string | null };

type Parts = { database: Database; clock: Clock };

/** Creates an API key for the viewer, or by an administrator for anybody. The secret is in the answer and nowhere else. */
export async function createApiKey({ database, clock }: Parts, viewer: Viewer, request: ApiKeyRequest) {
  const userId = request.user_id ?? viewer.user_id;
  if (userId !== viewer.user_id && !viewer.groups.includes('base.group_system'))
    throw new RequestError('access_denied', say('keys_for_others'));
  const expires = request.expiration_date == null ? null : new Date(request.expiration_date);
  if (expires !== null && expires <= clock.now())
    throw new RequestError('invalid_input', say('must_be_later', { field: 'expiration_date' }));
  refuseOutliving(viewer, expires);
  const key = { user_id: userId, name: request.name, expiration_date: expires };
  return await database.kysely.transaction().execute((tx) => insertApiKey(tx, key));
}

/** Else one key with an end would be a key without. */
function refuseOutliving({ credential }: Viewer, expires: Date | null): void {
  if (credential.kind !== 'api_key' || credential.expiration_date === null) return;
  if (expires !== null && expires <= credential.expiration_date) return;
  throw new RequestError('access_denied', say('key_from_key'));
}
