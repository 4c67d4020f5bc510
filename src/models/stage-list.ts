import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

export type StageRow = { id: number; name: string; sequence: number; is_won: boolean; odoo_id: number | null };

export async function loadStages(database: Database, ids: readonly number[]): Promise<StageRow[]> {
  const { rows } = await sql<StageRow>`
    select id, name, sequence, is_won, odoo_id from crm_stage where id = any(${ids}::integer[])`.execute(
    database.kysely,
  );
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`crm_stage.${name}`),
  nullable,
  sortable: true,
});

export const STAGE_LIST: ListDefinition = {
  table: 'crm_stage',
  defaultSort: [{ field: 'sequence', descending: false }],
  fields: {
    id: own('integer', 'id'),
    name: own('text', 'name'),
    sequence: own('integer', 'sequence'),
    is_won: own('flag', 'is_won'),
    odoo_id: own('integer', 'odoo_id', true),
  },
  search: ({ words }) => sql`lower(crm_stage.name) like ${searchPattern(words)}`,
};
