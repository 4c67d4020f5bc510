import { type Static, Type } from 'typebox';
import type { OdooConflictRow } from '../../models/odoo-conflict-list.ts';
import { component, nullable, Sentences, sentencesOf, Time, words } from '../schemas.ts';

export const OdooConflict = component('OdooConflict', {
  id: Type.Integer(),
  model: Type.String({ description: 'crm.lead, res.users, crm.team or crm.stage.' }),
  record_id: Type.Integer(),
  record_name: nullable(Type.String()),
  odoo_id: Type.Integer(),
  field: Type.String({ description: 'What differed; id where the record itself is gone from Odoo.' }),
  here: nullable(Type.String({ description: 'What it was here; a stage, a user or a team by its name.' })),
  in_odoo: nullable(Type.String()),
  decision: words(['odoo', 'here'], 'Whose word counts.'),
  reason: Type.String(),
  reason_sentences: Sentences,
  create_date: Time(),
});

export function presentOdooConflict(row: OdooConflictRow): Static<typeof OdooConflict> {
  return { ...row, reason_sentences: sentencesOf(row.reason), create_date: row.create_date.toISOString() };
}
