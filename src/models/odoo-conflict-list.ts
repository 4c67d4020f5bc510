import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import type { Conflict } from './odoo-conflict.ts';
import { searchPattern } from './search-pattern.ts';

export type OdooConflictRow = Conflict & { id: number; record_name: string | null; create_date: Date };

export async function loadOdooConflicts({ kysely }: Database, ids: readonly number[]): Promise<OdooConflictRow[]> {
  const { rows } = await sql<OdooConflictRow>`
    select id, model, record_id, ${RECORD_NAME} as record_name, odoo_id, field,
      ${named('here')} as here, ${named('in_odoo')} as in_odoo, decision, reason, create_date
    from odoo_conflict where id = any(${ids}::integer[])`.execute(kysely);
  return rows;
}

/** A stage, a user or a team is noted by its id in Odoo; people know it by its name, as long as it is linked. */
function named(side: 'here' | 'in_odoo') {
  const value = sql.ref(`odoo_conflict.${side}`);
  const nameIn = (table: string) =>
    sql`(select name from ${sql.table(table)} as one where one.odoo_id::text = ${value})`;
  return sql`coalesce(case field
    when 'stage_id' then ${nameIn('crm_stage')}
    when 'user_id' then ${nameIn('res_users')}
    when 'team_id' then ${nameIn('crm_team')} end, ${value})`;
}

const RECORD_NAME = sql`case model
  when 'crm.lead' then (select name from crm_lead where crm_lead.id = record_id)
  when 'res.users' then (select name from res_users where res_users.id = record_id)
  when 'crm.team' then (select name from crm_team where crm_team.id = record_id)
  when 'crm.stage' then (select name from crm_stage where crm_stage.id = record_id) end`;

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`odoo_conflict.${name}`),
  nullable,
  sortable: true,
});

export const ODOO_CONFLICT_LIST: ListDefinition = {
  table: 'odoo_conflict',
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: own('integer', 'id'),
    model: own('text', 'model'),
    record_id: own('integer', 'record_id'),
    record_name: { kind: 'text', column: RECORD_NAME, nullable: true },
    odoo_id: own('integer', 'odoo_id'),
    field: own('text', 'field'),
    here: own('text', 'here', true),
    in_odoo: own('text', 'in_odoo', true),
    decision: own('text', 'decision'),
    reason: own('text', 'reason'),
    create_date: own('time', 'create_date'),
  },
  search: ({ words }) => sql`lower(odoo_conflict.reason || ' ' || coalesce(odoo_conflict.here, '') || ' '
    || coalesce(odoo_conflict.in_odoo, '') || ' ' || coalesce(${RECORD_NAME}, '')) like ${searchPattern(words)}`,
};
