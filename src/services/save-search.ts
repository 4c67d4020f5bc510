import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { announce } from '../models/live-change.ts';
import {
  insertSavedSearch,
  type NewSavedSearch,
  type SavedSearchFields,
  updateSavedSearch,
} from '../models/saved-search.ts';
import type { Right } from '../security/access.ts';
import { recordRule } from '../security/record-rules.ts';
import type { Viewer } from '../security/viewer.ts';

type Parts = { database: Database };

/** Keeps a search for the viewer, and for everybody where it is shared. */
export async function createSavedSearch({ database }: Parts, viewer: Viewer, fields: NewSavedSearch): Promise<number> {
  refuseLong(fields.query);
  return await database.kysely.transaction().execute(async (tx) => {
    const id = await insertSavedSearch(tx, viewer.user_id, fields);
    await announce(tx, [{ model: 'ir.filters', ids: [id] }]);
    return id;
  });
}

export async function changeSavedSearch(
  { database }: Parts,
  viewer: Viewer,
  id: number,
  changes: Partial<SavedSearchFields>,
): Promise<void> {
  refuseLong(changes.query);
  await database.kysely.transaction().execute(async (tx) => {
    const before = await lockSearch(tx, viewer, id, 'write');
    await updateSavedSearch(tx, id, before, changes);
    await announce(tx, [{ model: 'ir.filters', ids: [id] }]);
  });
}

export async function deleteSavedSearch({ database }: Parts, viewer: Viewer, id: number): Promise<void> {
  await database.kysely.transaction().execute(async (tx) => {
    await lockSearch(tx, viewer, id, 'unlink');
    await tx.deleteFrom('ir_filters').where('id', '=', id).execute();
  });
}

/** Bytes of a query: a hundred filters fit, and nobody keeps files in it. */
const MOST_BYTES = 10_000;

function refuseLong(query: Record<string, unknown> | undefined): void {
  if (query !== undefined && Buffer.byteLength(JSON.stringify(query)) > MOST_BYTES)
    throw new RequestError('invalid_input', say('search_too_long', { most: MOST_BYTES }));
}

/** The search, where the viewer has the right on it, locked until the transaction ends. */
async function lockSearch(tx: Tx, viewer: Viewer, id: number, right: Right) {
  const found = await tx
    .selectFrom('ir_filters')
    .select(['user_id', 'is_default', 'resource'])
    .where('id', '=', id)
    .where(recordRule(viewer, 'ir.filters', right) ?? sql<boolean>`true`)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw new RequestError('not_found', say('not_yours', { model: 'ir.filters', id }));
  return found;
}
