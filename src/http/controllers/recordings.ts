import { Type } from 'typebox';
import { listListens } from '../../models/recording-listen.ts';
import { findRecording } from '../../services/recordings/find-recording.ts';
import { openRecordingStore } from '../../services/recordings/recording-store.ts';
import { retryRecording } from '../../services/recordings/retry-recording.ts';
import { viewerOf } from '../access-line.ts';
import { readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { CallRecord } from '../presenters/call-record.ts';
import { component, IdParams, nullable, ref, Time } from '../schemas.ts';
import { sendRecording } from '../send-recording.ts';
import { callRecordResource } from './call-records.ts';

/** Our copies of what was said: heard, fetched again, and who heard them. */
export function recordings(app: App, parts: ServerParts): void {
  const store = openRecordingStore(parts.settings);
  const calls = callRecordResource(parts.settings);
  const tags = ['recordings'];
  const path = '/api/call-records/:id/recording';

  const hear = { tags, params: IdParams, querystring: Download, response: { 200: Sound } };
  const read = { access: { model: 'mcube.recording', right: 'read' } } as const;
  app.get(path, { config: read, schema: hear }, async (request, reply) => {
    const viewer = viewerOf(request);
    const recording = await findRecording(parts, viewer, Number(request.params.id), 'read');
    return await sendRecording({ ...parts, store }, request, reply, recording, { user_id: viewer.user_id });
  });

  const retry = { tags, params: IdParams, response: { 202: ref(CallRecord) } };
  const write = { access: { model: 'mcube.recording', right: 'write' } } as const;
  app.post(`${path}/retry`, { config: write, schema: retry }, async (request, reply) => {
    const viewer = viewerOf(request);
    const id = Number(request.params.id);
    await retryRecording(parts, await findRecording(parts, viewer, id, 'write'));
    return reply.code(202).send(await readOne(parts.database, calls, id, viewer));
  });

  app.addSchema(Listen);
  const listens = { tags, params: IdParams, response: { 200: Listens } };
  const look = { access: { model: 'mcube.recording.listen', right: 'read' } } as const;
  app.get('/api/call-records/:id/listens', { config: look, schema: listens }, async (request) => {
    const id = Number(request.params.id);
    // Only of a call that the viewer may read.
    await readOne(parts.database, calls, id, viewerOf(request));
    const data = await listListens(parts.database, id);
    return {
      data: data.map((listen) => ({ ...listen, create_date: listen.create_date.toISOString() })),
      total: data.length,
    };
  });
}

export const Download = Type.Object({
  download: Type.Optional(Type.String({ description: 'Anything: as a file to be saved.' })),
});

/** Bytes; a schema of its own would make a text of them. */
export const Sound = {
  description: 'The sound itself; with a Range header that part of it, as 206.',
  content: { 'audio/*': { schema: Type.String({ format: 'binary' }) } },
};

const Listen = component('Listen', {
  id: Type.Integer(),
  user_id: nullable(Type.Integer()),
  user_name: nullable(Type.String()),
  share_link_id: nullable(Type.Integer({ description: 'The link of somebody without an account.' })),
  create_date: Time('When it was listened to from the beginning.'),
});

const Listens = Type.Object({ data: Type.Array(ref(Listen)), total: Type.Integer() });
