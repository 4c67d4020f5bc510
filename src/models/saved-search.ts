import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** What can be searched, by its name in the API. */
export const SEARCHABLE = ['call-records', 'leads', 'missed-calls', 'webhook-events', 'users'] as const;

export type SavedSearchFields = {
  name: string;
  resource: (typeof SEARCHABLE)[number];
  /** Filter, sort, group and columns, as the client that keeps it reads it again. */
  query: Record<string, unknown>;
  is_shared: boolean;
  is_default: boolean;
};

export type NewSavedSearch = Partial<SavedSearchFields> & Pick<SavedSearchFields, 'name' | 'resource' | 'query'>;

export async function insertSavedSearch(tx: Tx, userId: number, fields: NewSavedSearch): Promise<number> {
  if (fields.is_default === true) await dropDefault(tx, userId, fields.resource);
  const { id } = await tx
    .insertInto('ir_filters')
    .values({ ...fields, user_id: userId, query: JSON.stringify(fields.query) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes a locked search of this person and resource. */
export async function updateSavedSearch(
  tx: Tx,
  id: number,
  before: { user_id: number; resource: string; is_default: boolean },
  { query, ...fields }: Partial<SavedSearchFields>,
): Promise<void> {
  const after = { ...before, ...fields };
  if (after.is_default) await dropDefault(tx, before.user_id, after.resource);
  await tx
    .updateTable('ir_filters')
    .set({
      ...fields,
      is_default: after.is_default,
      ...(query !== undefined && { query: JSON.stringify(query) }),
      write_date: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
}

/** A person has one default a resource: the search that becomes it takes the place of the one that was. */
async function dropDefault(tx: Tx, userId: number, resource: string): Promise<void> {
  await tx
    .updateTable('ir_filters')
    .set({ is_default: false })
    .where('user_id', '=', userId)
    .where('resource', '=', resource)
    .where('is_default', '=', true)
    .execute();
}
