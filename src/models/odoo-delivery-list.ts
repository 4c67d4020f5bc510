import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { OdooDeliveryState, OdooModel } from '../db/odoo-tables.ts';
import type { ListDefinition, ListField } from './list.ts';

export type OdooDeliveryRow = {
  id: number;
  model: OdooModel;
  record_id: number;
  /** How people know the record: the lead's name, the call's number. */
  name: string | null;
  lead_id: number | null;
  odoo_id: number | null;
  state: OdooDeliveryState;
  reason: string | null;
  fix: string | null;
  attempts: number;
  /** Null for what is due at once, and for what no longer waits. */
  next_attempt_at: Date | null;
  waiting_date: Date;
  delivered_date: Date | null;
};

export async function loadOdooDeliveries({ kysely }: Database, ids: readonly number[]): Promise<OdooDeliveryRow[]> {
  const { rows } = await sql<OdooDeliveryRow>`
    select odoo_delivery.id, model, record_id, coalesce(lead.name, call.phone_number, deleted_call_id) as name,
      coalesce(lead.id, call.lead_id) as lead_id, odoo_delivery.odoo_id, state, reason, fix, attempts, waiting_date, delivered_date,
      case when state = 'waiting' then nullif(next_attempt_at, '-infinity') end as next_attempt_at
    from odoo_delivery
      left join crm_lead lead on model = 'crm.lead' and lead.id = record_id
      left join mcube_call_record call on model = 'mcube.call.record' and call.id = record_id
    where odoo_delivery.id = any(${ids}::bigint[])`.execute(kysely);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`odoo_delivery.${name}`),
  nullable,
});

/** The newest first. */
export const ODOO_DELIVERY_LIST: ListDefinition = {
  table: 'odoo_delivery',
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: { ...own('integer', 'id'), sortable: true },
    model: own('text', 'model'),
    record_id: own('integer', 'record_id'),
    state: own('text', 'state'),
    attempts: own('integer', 'attempts'),
    odoo_id: own('integer', 'odoo_id', true),
    reason: own('text', 'reason', true),
    waiting_date: own('time', 'waiting_date'),
    delivered_date: own('time', 'delivered_date', true),
    lead_id: {
      kind: 'integer',
      column: sql`odoo_delivery.record_id`,
      equals: (id) => sql`(odoo_delivery.model = 'crm.lead' and odoo_delivery.record_id = ${id}::bigint
        or odoo_delivery.model = 'mcube.call.record'
          and odoo_delivery.record_id in (select id from mcube_call_record where lead_id = ${id}::bigint))`,
    },
  },
  search: ({ words, phone }) => sql`(odoo_delivery.model = 'mcube.call.record' and odoo_delivery.record_id in
      (select id from mcube_call_record where call_id = ${words} or phone_sanitized = ${phone})
    or odoo_delivery.model = 'crm.lead' and odoo_delivery.record_id in
      (select lead_id from phone_number where phone_sanitized = ${phone}))`,
};
