import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

export type TagRow = { id: number; name: string; color: number };

export async function loadTags(database: Database, ids: readonly number[]): Promise<TagRow[]> {
  const { rows } = await sql<TagRow>`
    select id, name, color from crm_tag where id = any(${ids}::integer[])`.execute(database.kysely);
  return rows;
}

const own = (kind: ListField['kind'], name: string): ListField => ({
  kind,
  column: sql.ref(`crm_tag.${name}`),
  sortable: true,
});

export const TAG_LIST: ListDefinition = {
  table: 'crm_tag',
  defaultSort: [{ field: 'name', descending: false }],
  fields: {
    id: own('integer', 'id'),
    name: {
      ...own('text', 'name'),
      column: sql`lower(crm_tag.name)`,
      equals: (name) => sql`lower(crm_tag.name) = lower(${name})`,
    },
    color: own('integer', 'color'),
  },
  search: ({ words }) => sql`lower(crm_tag.name) like ${searchPattern(words)}`,
};
