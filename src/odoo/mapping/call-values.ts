import type { CallForOdoo } from '../../models/call-for-odoo.ts';
import type { OdooRow } from '../transport/read-rows.ts';

/** A value as Odoo takes it; false is none. */
export type OdooValue = string | number | false;

/** A call record in the fields of our module. `x_name` is what Odoo shows it by. */
export function callValues(call: CallForOdoo, publicUrl: string | null): Record<string, OdooValue> {
  return {
    x_call_id: call.call_id,
    x_name: nameOf(call),
    x_direction: call.direction,
    x_phone_number: call.phone_number ?? false,
    x_lead_id: call.lead_odoo_id ?? false,
    x_virtual_number: call.virtual_number ?? false,
    x_recording_url: call.recording_url ?? false,
    x_call_date: odooTime(call.call_date),
    x_duration: call.duration,
    x_status: call.status ?? false,
    x_outcome: call.outcome,
    x_disconnected_by: call.disconnected_by ?? false,
    x_agent_name: call.agent_name ?? false,
    x_user_id: call.user_odoo_id ?? false,
    x_team_id: call.team_odoo_id ?? false,
    x_mcube_url: publicUrl === null ? false : addressOf(call, publicUrl),
  };
}

/** Where the web application shows it. */
export function addressOf({ id }: CallForOdoo, publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/call-records/${id}/show`;
}

/** "Inbound call from 9000000001" */
export function nameOf({ direction, phone_number }: CallForOdoo): string {
  const who = phone_number ?? 'a withheld number';
  return direction === 'inbound' ? `Inbound call from ${who}` : `Outbound call to ${who}`;
}

/** UTC, to the second, as Odoo writes it. */
export function odooTime(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

/** What of the values differs from what Odoo has. */
export function changedValues(values: Readonly<Record<string, OdooValue>>, there: OdooRow): Record<string, OdooValue> {
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => value !== plain(there[field])));
}

/** A relation is told as [id, name]. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value[0];
  return value === '' ? false : value;
}
