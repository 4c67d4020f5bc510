import { type Static, Type } from 'typebox';
import type { OdooDeliveryRow } from '../../models/odoo-delivery-list.ts';
import { component, nullable, Sentences, sentencesOf, Time, words } from '../schemas.ts';

export const OdooDelivery = component('OdooDelivery', {
  id: Type.Integer(),
  model: words(['crm.lead', 'mcube.call.record']),
  record_id: Type.Integer(),
  name: nullable(Type.String({ description: "The lead's name, or the call's number." })),
  lead_id: nullable(Type.Integer()),
  odoo_id: nullable(Type.Integer({ description: 'What the record is in Odoo.' })),
  state: words(['waiting', 'delivered', 'failed'], 'Failed: it will not get there by itself.'),
  reason: nullable(Type.String({ description: 'Why it is not there.' })),
  fix: nullable(Type.String({ description: 'What to do about it.' })),
  reason_sentences: Sentences,
  fix_sentences: Sentences,
  attempts: Type.Integer({ description: 'How often Odoo did not take it.' }),
  next_attempt_at: nullable(Time('Null for what is due at once, and for what no longer waits.')),
  waiting_date: Time('Since when it waited, or waits.'),
  delivered_date: nullable(Time()),
});

export function presentOdooDelivery(row: OdooDeliveryRow): Static<typeof OdooDelivery> {
  return {
    ...row,
    reason_sentences: sentencesOf(row.reason),
    fix_sentences: sentencesOf(row.fix),
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    waiting_date: row.waiting_date.toISOString(),
    delivered_date: row.delivered_date?.toISOString() ?? null,
  };
}
