import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { announce } from '../models/live-change.ts';
import { deleteNote, insertNote, lockNote, type Note, rewriteNote } from '../models/note.ts';
import type { Viewer } from '../security/viewer.ts';

type Parts = { database: Database };

/** What a note is about: a call, and with it the call's lead, or a lead alone. */
export type NewNote = { body: string; lead_id?: number; call_record_id?: number };

export async function writeNote({ database }: Parts, viewer: Viewer, note: NewNote): Promise<number> {
  const body = requireWords(note.body);
  return await database.kysely.transaction().execute(async (tx) => {
    const about = { ...(await subjectOf(tx, note)), user_id: viewer.user_id };
    const id = await insertNote(tx, { ...about, body });
    await tell(tx, { ...about, id });
    return id;
  });
}

export async function changeNote({ database }: Parts, viewer: Viewer, id: number, body: string): Promise<void> {
  const words = requireWords(body);
  await database.kysely.transaction().execute(async (tx) => {
    const note = await lockOwnNote(tx, viewer, id);
    await rewriteNote(tx, id, words);
    await tell(tx, note);
  });
}

export async function removeNote({ database }: Parts, viewer: Viewer, id: number): Promise<void> {
  await database.kysely.transaction().execute(async (tx) => {
    const note = await lockOwnNote(tx, viewer, id);
    await deleteNote(tx, id);
    await tell(tx, note);
  });
}

/**
 * The call is locked first, then the lead, as everywhere. A lead that was merged away meanwhile hands its note on to the
 * lead that was kept: whoever types during a call must not lose it.
 */
async function subjectOf(
  tx: Tx,
  { lead_id, call_record_id }: NewNote,
): Promise<Pick<Note, 'lead_id' | 'call_record_id'>> {
  if (call_record_id !== undefined) {
    const { rows } = await sql<{ lead_id: number | null }>`
      select lead_id from mcube_call_record where id = ${call_record_id} for share`.execute(tx);
    const [call] = rows;
    if (call === undefined)
      throw new RequestError('invalid_input', say('does_not_exist', { field: 'call_record_id', id: call_record_id }));
    return { call_record_id, lead_id: call.lead_id };
  }
  if (lead_id === undefined) throw new RequestError('invalid_input', say('say_what_about'));
  return { call_record_id: null, lead_id: await keptLead(tx, lead_id) };
}

async function keptLead(tx: Tx, lead_id: number): Promise<number> {
  const lead = await tx
    .selectFrom('crm_lead')
    .select(['id', 'merged_into_id'])
    .where('id', '=', lead_id)
    .forKeyShare()
    .executeTakeFirst();
  if (lead === undefined)
    throw new RequestError('invalid_input', say('does_not_exist', { field: 'lead_id', id: lead_id }));
  return lead.merged_into_id === null ? lead.id : await keptLead(tx, lead.merged_into_id);
}

async function lockOwnNote(tx: Tx, viewer: Viewer, id: number): Promise<Note> {
  const note = await lockNote(tx, id);
  if (note === undefined) throw new RequestError('not_found', say('no_such_record', { model: 'mail.message', id }));
  if (note.user_id !== viewer.user_id && !viewer.groups.includes('base.group_system'))
    throw new RequestError('access_denied', say('note_of_another'));
  return note;
}

function requireWords(body: string): string {
  const words = body.trim();
  if (words === '') throw new RequestError('invalid_input', say('must_not_be_empty', { field: 'body' }));
  return words;
}

/** A lead shows its last note, so it has changed too. */
async function tell(tx: Tx, { id, lead_id }: Note): Promise<void> {
  await announce(tx, [
    { model: 'mail.message', ids: [id] },
    { model: 'crm.lead', ids: lead_id === null ? [] : [lead_id] },
  ]);
}
