import { type Static, Type } from 'typebox';
import type { NoteRow } from '../../models/note-list.ts';
import { component, nullable, Time } from '../schemas.ts';

export const Note = component('Note', {
  id: Type.Integer(),
  body: Type.String(),
  lead_id: nullable(Type.Integer({ description: 'The lead it stands on; of a note on a call, the lead of the call.' })),
  call_record_id: nullable(Type.Integer({ description: 'The call it was written about.' })),
  user_id: Type.Integer({ description: 'Who wrote it.' }),
  user_name: Type.String(),
  create_date: Time(),
  write_date: Time(),
});

export function presentNote(row: NoteRow): Static<typeof Note> {
  return { ...row, create_date: row.create_date.toISOString(), write_date: row.write_date.toISOString() };
}
