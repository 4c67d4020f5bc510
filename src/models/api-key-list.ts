import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

/** An API key as its owner sees it again: without its secret, which nobody knows any more. */
export type ApiKeyRow = {
  id: number;
  name: string;
  user_id: number;
  login: string;
  create_date: Date;
  expiration_date: Date | null;
};

export async function loadApiKeys(database: Database, ids: readonly number[]): Promise<ApiKeyRow[]> {
  const { rows } = await sql<ApiKeyRow>`
    select res_users_apikeys.id, res_users_apikeys.name, user_id, login, res_users_apikeys.create_date, expiration_date
    from res_users_apikeys join res_users on res_users.id = user_id
    where res_users_apikeys.id = any(${ids}::integer[])`.execute(database.kysely);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`res_users_apikeys.${name}`),
  nullable,
  sortable: true,
});

export const API_KEY_LIST: ListDefinition = {
  table: 'res_users_apikeys',
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: own('integer', 'id'),
    name: own('text', 'name'),
    user_id: own('integer', 'user_id'),
    login: {
      kind: 'text',
      column: sql`(select login from res_users where id = res_users_apikeys.user_id)`,
      equals: (login) =>
        sql`res_users_apikeys.user_id in (select id from res_users where lower(login) = lower(${login}))`,
    },
    create_date: own('time', 'create_date'),
    expiration_date: own('time', 'expiration_date', true),
  },
  search: ({ words }) => sql`lower(res_users_apikeys.name) like ${searchPattern(words)}`,
};
