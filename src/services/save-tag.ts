import type { Database } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { announce } from '../models/live-change.ts';
import { deleteTag, insertTag, type TagFields, updateTag } from '../models/tag.ts';

type Parts = { database: Database };

export async function createTag(
  { database }: Parts,
  fields: Partial<TagFields> & Pick<TagFields, 'name'>,
): Promise<number> {
  requireName(fields.name);
  return await database.kysely.transaction().execute(async (tx) => {
    const id = await insertTag(tx, fields);
    await announce(tx, [{ model: 'crm.tag', ids: [id] }]);
    return id;
  });
}

export async function changeTag({ database }: Parts, id: number, changes: Partial<TagFields>): Promise<void> {
  requireName(changes.name);
  await database.kysely.transaction().execute(async (tx) => {
    if (!(await updateTag(tx, id, changes)))
      throw new RequestError('not_found', say('no_such_record', { model: 'crm.tag', id }));
    await announce(tx, [{ model: 'crm.tag', ids: [id] }]);
  });
}

export async function removeTag({ database }: Parts, id: number): Promise<void> {
  await database.kysely.transaction().execute(async (tx) => {
    if (!(await deleteTag(tx, id)))
      throw new RequestError('not_found', say('no_such_record', { model: 'crm.tag', id }));
    await announce(tx, [{ model: 'crm.tag', ids: [id] }]);
  });
}

function requireName(name: string | undefined): void {
  if (name?.trim() === '') throw new RequestError('invalid_input', say('must_not_be_empty', { field: 'name' }));
}
