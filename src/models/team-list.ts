import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

export type TeamRow = {
  id: number;
  name: string;
  active: boolean;
  member_ids: number[];
  odoo_id: number | null;
  create_date: Date;
  write_date: Date;
};

export async function loadTeams(database: Database, ids: readonly number[]): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select id, name, active, odoo_id, create_date, write_date,
      array(select id from res_users where team_id = crm_team.id and active order by id) as member_ids
    from crm_team where id = any(${ids}::integer[])`.execute(database.prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`crm_team.${name}`),
  nullable,
  sortable: true,
});

export const TEAM_LIST: ListDefinition = {
  table: 'crm_team',
  defaultSort: [{ field: 'name', descending: false }],
  fields: {
    id: own('integer', 'id'),
    name: own('text', 'name'),
    active: own('flag', 'active'),
    member_ids: {
      kind: 'integer',
      column: sql`(select min(id) from res_users where team_id = crm_team.id and active)`,
      equals: (id) => sql`crm_team.id in (select team_id from res_users where id = ${id}::bigint and active)`,
    },
    odoo_id: own('integer', 'odoo_id', true),
    create_date: own('time', 'create_date'),
    write_date: own('time', 'write_date'),
  },
  search: ({ words }) => sql`lower(crm_team.name) like ${searchPattern(words)}`,
};
