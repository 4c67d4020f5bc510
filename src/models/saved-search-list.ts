import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import type { SavedSearchFields } from './saved-search.ts';
import { searchPattern } from './search-pattern.ts';

export type SavedSearchRow = SavedSearchFields & {
  id: number;
  user_id: number;
  user_name: string;
  create_date: Date;
  write_date: Date;
};

export async function loadSavedSearches(database: Database, ids: readonly number[]): Promise<SavedSearchRow[]> {
  const { rows } = await sql<SavedSearchRow>`
    select ir_filters.id, ir_filters.name, resource, query, is_shared, is_default, user_id, res_users.name as user_name,
      ir_filters.create_date, ir_filters.write_date
    from ir_filters join res_users on res_users.id = user_id
    where ir_filters.id = any(${ids}::integer[])`.execute(database.prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string): ListField => ({
  kind,
  column: sql.ref(`ir_filters.${name}`),
  sortable: true,
});

export const SAVED_SEARCH_LIST: ListDefinition = {
  table: 'ir_filters',
  defaultSort: [{ field: 'name', descending: false }],
  fields: {
    id: own('integer', 'id'),
    name: own('text', 'name'),
    resource: own('text', 'resource'),
    is_shared: own('flag', 'is_shared'),
    is_default: own('flag', 'is_default'),
    user_id: own('integer', 'user_id'),
    user_name: {
      kind: 'text',
      column: sql`(select name from res_users where id = ir_filters.user_id)`,
      equals: (name) => sql`ir_filters.user_id in (select id from res_users where name = ${name})`,
    },
    create_date: own('time', 'create_date'),
    write_date: own('time', 'write_date'),
  },
  search: ({ words }) => sql`lower(ir_filters.name) like ${searchPattern(words)}`,
};
