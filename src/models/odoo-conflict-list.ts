import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import type { Conflict } from './odoo-conflict.ts';
import { searchPattern } from './search-pattern.ts';

export type OdooConflictRow = Conflict & { id: number; record_name: string | null; create_date: Date };

export async function loadOdooConflicts({ kysely }: Database, ids: readonly number[]): Promise<OdooConflictRow[]> {
  const { rows } = await sql<OdooConflictRow>`
    select id, model, record_id, ${RECORD_NAME} as record_name, odoo_id, field, here, in_odoo, decision, reason, create_date
    from odoo_conflict where id = any(${ids}::integer[])`.execute(kysely);
  return rows;
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
