import { type Static, Type } from 'typebox';
import type { LeadRow } from '../../models/lead-list.ts';
import { OUTCOMES } from '../../models/outcome.ts';
import { component, nullable, nullableWords, Time, words } from '../schemas.ts';

const text = () => nullable(Type.String());
const id = () => nullable(Type.Integer());

const LastNote = Type.Object({ body: Type.String(), user_name: Type.String(), create_date: Time() });

export const Lead = component('Lead', {
  id: Type.Integer(),
  name: Type.String(),
  contact_name: text(),
  phone: nullable(Type.String({ description: 'As it was written.' })),
  phone_sanitized: nullable(Type.String({ description: 'The same, normalised.' })),
  phone_numbers: Type.Array(Type.String(), { description: 'Every number that reaches this lead, normalised.' }),
  email: text(),
  description: text(),
  type: words(['lead', 'opportunity']),
  user_id: id(),
  user_name: text(),
  team_id: id(),
  team_name: text(),
  stage_id: Type.Integer(),
  stage_name: Type.String(),
  source_id: id(),
  source_name: text(),
  active: Type.Boolean(),
  is_open: Type.Boolean({ description: 'Active and not won: the next call of its numbers belongs to it.' }),
  won_date: nullable(Time('When it entered a won stage.')),
  odoo_id: id(),
  merged_into_id: nullable(Type.Integer({ description: 'The lead this one was merged into; it is archived.' })),
  next_follow_up_at: nullable(Time()),
  next_follow_up_note: text(),
  tag_ids: Type.Array(Type.Integer(), { description: 'By name, as are tag_names.' }),
  tag_names: Type.Array(Type.String()),
  last_note: Type.Unsafe<Static<typeof LastNote> | null>(Type.Union([LastNote, Type.Null()])),
  last_call_outcome: nullableWords(OUTCOMES),
  call_record_ids: Type.Array(Type.Integer(), { description: 'Newest first, at most 1,000.' }),
  call_count: Type.Integer(),
  last_call_date: nullable(Time()),
  create_date: Time(),
  write_date: Time(),
});

export function presentLead(row: LeadRow): Static<typeof Lead> {
  const { note_body, note_user_name, note_date, ...lead } = row;
  return {
    ...lead,
    last_note:
      note_body === null || note_user_name === null || note_date === null
        ? null
        : { body: note_body, user_name: note_user_name, create_date: note_date.toISOString() },
    next_follow_up_at: row.next_follow_up_at?.toISOString() ?? null,
    last_call_date: row.last_call_date?.toISOString() ?? null,
    won_date: row.won_date?.toISOString() ?? null,
    create_date: row.create_date.toISOString(),
    write_date: row.write_date.toISOString(),
  };
}
