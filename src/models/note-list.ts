import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

export type NoteRow = {
  id: number;
  body: string;
  lead_id: number | null;
  call_record_id: number | null;
  user_id: number;
  user_name: string;
  create_date: Date;
  write_date: Date;
};

export async function loadNotes(database: Database, ids: readonly number[]): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select note.id, body, lead_id, call_record_id, user_id, res_users.name as user_name, note.create_date, note.write_date
    from mail_message note join res_users on res_users.id = note.user_id
    where note.id = any(${ids}::integer[])`.execute(database.prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`mail_message.${name}`),
  nullable,
  sortable: true,
});

export const NOTE_LIST: ListDefinition = {
  table: 'mail_message',
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: own('integer', 'id'),
    lead_id: own('integer', 'lead_id', true),
    call_record_id: own('integer', 'call_record_id', true),
    user_id: own('integer', 'user_id'),
    user_name: {
      kind: 'text',
      column: sql`(select name from res_users where id = mail_message.user_id)`,
      equals: (name) => sql`mail_message.user_id in (select id from res_users where name = ${name})`,
    },
    body: own('text', 'body'),
    create_date: own('time', 'create_date'),
    write_date: own('time', 'write_date'),
  },
  search: ({ words }) => sql`lower(mail_message.body) like ${searchPattern(words)}`,
};
