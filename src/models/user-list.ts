import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Group } from '../db/tables.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

/** A user as others may see them: never the password's hash. */
export type UserRow = {
  id: number;
  login: string;
  name: string;
  email: string | null;
  phone: string | null;
  mcube_virtual_number: string | null;
  groups: Group[];
  team_id: number | null;
  team_name: string | null;
  active: boolean;
  odoo_id: number | null;
  create_date: Date;
  write_date: Date;
};

export async function loadUsers(database: Database, ids: readonly number[]): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select res_users.id, login, res_users.name, email, phone, mcube_virtual_number, groups, team_id,
      crm_team.name as team_name, res_users.active, res_users.odoo_id, res_users.create_date, res_users.write_date
    from res_users left join crm_team on crm_team.id = team_id
    where res_users.id = any(${ids}::integer[])`.execute(database.prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = true): ListField => ({
  kind,
  column: sql.ref(`res_users.${name}`),
  nullable,
  sortable: true,
});

export const USER_LIST: ListDefinition = {
  table: 'res_users',
  defaultSort: [{ field: 'name', descending: false }],
  fields: {
    id: own('integer', 'id', false),
    login: {
      ...own('text', 'login', false),
      equals: (login) => sql`lower(res_users.login) = lower(${login})`,
    },
    name: own('text', 'name', false),
    email: own('text', 'email'),
    phone: { ...own('phone', 'phone'), equals: (number) => sql`res_users.phone_sanitized = ${number}` },
    mcube_virtual_number: {
      ...own('phone', 'mcube_virtual_number'),
      equals: (number) => sql`res_users.virtual_number_sanitized = ${number}`,
    },
    groups: {
      kind: 'text',
      column: sql.ref('res_users.groups'),
      equals: (group) => sql`${group} = any(res_users.groups)`,
    },
    team_id: own('integer', 'team_id'),
    team_name: {
      kind: 'text',
      column: sql`(select name from crm_team where id = res_users.team_id)`,
      equals: (name) => sql`res_users.team_id in (select id from crm_team where name = ${name})`,
    },
    active: own('flag', 'active', false),
    odoo_id: own('integer', 'odoo_id'),
    create_date: own('time', 'create_date', false),
    write_date: own('time', 'write_date', false),
  },
  search: ({ words, phone }) => sql`(
    lower(res_users.name || ' ' || res_users.login || ' ' || coalesce(res_users.email, '')) like ${searchPattern(words)}
    or ${phone} in (res_users.phone_sanitized, res_users.virtual_number_sanitized)
    or res_users.mcube_virtual_number = ${words})`,
};
