import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** What somebody wrote about a lead, a call, or a call and with it its lead. Odoo's mail.message. */
export type Note = { id: number; lead_id: number | null; call_record_id: number | null; user_id: number };

export async function insertNote(tx: Tx, note: Omit<Note, 'id'> & { body: string }): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into mail_message (body, lead_id, call_record_id, user_id)
    values (${note.body}, ${note.lead_id}, ${note.call_record_id}, ${note.user_id}) returning id`.execute(tx);
  const [inserted] = rows;
  if (inserted === undefined) throw new Error('a note was not inserted');
  return inserted.id;
}

/** The note, locked until the transaction ends. */
export async function lockNote(tx: Tx, id: number): Promise<Note | undefined> {
  const { rows } = await sql<Note>`
    select id, lead_id, call_record_id, user_id from mail_message where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function rewriteNote(tx: Tx, id: number, body: string): Promise<void> {
  await sql`update mail_message set body = ${body}, write_date = now() where id = ${id}`.execute(tx);
}

export async function deleteNote(tx: Tx, id: number): Promise<void> {
  await sql`delete from mail_message where id = ${id}`.execute(tx);
}

/** The notes that stand on a call. */
export async function notesOfCall(tx: Tx, callRecordId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from mail_message where call_record_id = ${callRecordId} order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
