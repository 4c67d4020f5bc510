import { Type } from 'typebox';
import type { Database } from '../../db/database.ts';
import type { Settings } from '../../kernel/settings.ts';
import { type CallRecordRow, callRecordList, loadCallRecords } from '../../models/call-record-list.ts';
import { hearableBy } from '../../security/record-rules.ts';
import type { Viewer } from '../../security/viewer.ts';
import { changeCallRecord, deleteCallRecord } from '../../services/change-call-record.ts';
import { readCallEvents } from '../../services/read-call-events.ts';
import { viewerOf } from '../access-line.ts';
import { addNeighbours, listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { CallEvent, presentCallEvent } from '../presenters/call-event.ts';
import { CallRecord, presentCallRecord } from '../presenters/call-record.ts';
import { changes, Id, IdParams, nullable, ref, TagIds } from '../schemas.ts';

/** Calls come in by the webhook; people read them, put them on another lead, give them another owner, or delete them. */
export function callRecords(app: App, parts: ServerParts): void {
  const resource = callRecordResource(parts.settings);
  const { model } = resource;
  const tags = ['call-records'];
  listAndRead(app, parts, resource);
  addNeighbours(app, parts, resource);
  app.addSchema(CallEvent);
  const told = { tags, params: IdParams, response: { 200: Type.Object({ data: Type.Array(ref(CallEvent)) }) } };
  app.get(
    '/api/call-records/:id/events',
    { config: { access: { model: 'mcube.call.event', right: 'read' } }, schema: told },
    async (request) => {
      const { id } = await readOne(parts.database, resource, Number(request.params.id), viewerOf(request));
      return { data: (await readCallEvents(parts, id)).map(presentCallEvent) };
    },
  );
  const change = { tags, params: IdParams, body: Changes, response: { 200: ref(CallRecord) } };
  app.patch(
    '/api/call-records/:id',
    { config: { access: { model, right: 'write' } }, schema: change },
    async (request, reply) => {
      const id = Number(request.params.id);
      await changeCallRecord(parts, id, request.body);
      return reply.send(await readOne(parts.database, resource, id, viewerOf(request)));
    },
  );
  const remove = { tags, params: IdParams, response: { 204: Type.Null({ description: 'Deleted.' }) } };
  app.delete(
    '/api/call-records/:id',
    { config: { access: { model, right: 'unlink' } }, schema: remove },
    async (request, reply) => {
      const id = Number(request.params.id);
      await deleteCallRecord(parts, id);
      parts.log.info({ call_record_id: id, user_id: viewerOf(request).user_id }, 'Call record deleted by hand');
      return reply.code(204).send(null);
    },
  );
}

const Changes = changes({
  lead_id: nullable(Id),
  user_id: nullable(Id),
  tag_ids: TagIds,
  remember_for_number: Type.Boolean({
    description:
      'Whether lead_id gets the next calls of this number too. Unless said: when several open leads have it.',
  }),
});

/** Calls as the API lists and reads them. */
export function callRecordResource({ recordingScope, timeZone }: Pick<Settings, 'recordingScope' | 'timeZone'>) {
  return {
    path: '/api/call-records',
    model: 'mcube.call.record',
    list: callRecordList(timeZone),
    load: (database: Database, ids: readonly number[], viewer: Viewer) =>
      loadCallRecords(database, ids, hearableBy(viewer, recordingScope)),
    schema: CallRecord,
    present: (row: CallRecordRow) => presentCallRecord(row, recordingScope),
  } as const;
}
