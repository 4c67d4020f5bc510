import { Type } from 'typebox';
import { loadNotes, NOTE_LIST } from '../../models/note-list.ts';
import { changeNote, removeNote, writeNote } from '../../services/write-note.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { Note, presentNote } from '../presenters/note.ts';
import { Id, IdParams, ref } from '../schemas.ts';

/** Notes on leads and calls: everybody inside reads all; one changes and deletes one's own. */
export function notes(app: App, parts: ServerParts): void {
  const { model } = RESOURCE;
  const tags = ['notes'];
  listAndRead(app, parts, RESOURCE);
  const create = { tags, body: NewNote, response: { 201: ref(Note) } };
  app.post('/api/notes', { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const viewer = viewerOf(request);
    const id = await writeNote(parts, viewer, request.body);
    return reply.code(201).send(await readOne(parts.database, RESOURCE, id, viewer));
  });
  const change = { tags, params: IdParams, body: NoteChanges, response: { 200: ref(Note) } };
  app.patch('/api/notes/:id', { config: { access: { model, right: 'write' } }, schema: change }, async (request) => {
    const viewer = viewerOf(request);
    const id = Number(request.params.id);
    await changeNote(parts, viewer, id, request.body.body);
    return await readOne(parts.database, RESOURCE, id, viewer);
  });
  const remove = { tags, params: IdParams, response: { 204: Type.Null({ description: 'Deleted.' }) } };
  app.delete(
    '/api/notes/:id',
    { config: { access: { model, right: 'unlink' } }, schema: remove },
    async (request, reply) => {
      await removeNote(parts, viewerOf(request), Number(request.params.id));
      return reply.code(204).send(null);
    },
  );
}

const Body = Type.String({ minLength: 1, maxLength: 20_000 });

const NewNote = Type.Object(
  { body: Body, lead_id: Type.Optional(Id), call_record_id: Type.Optional(Type.Integer({ minimum: 1 })) },
  { additionalProperties: false },
);
const NoteChanges = Type.Object({ body: Body }, { additionalProperties: false });

const RESOURCE = {
  path: '/api/notes',
  model: 'mail.message',
  list: NOTE_LIST,
  load: loadNotes,
  schema: Note,
  present: presentNote,
} as const;
