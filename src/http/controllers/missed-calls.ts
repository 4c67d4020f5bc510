import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { loadMissedCalls, type MissedCallRow, missedCallList } from '../../models/missed-call-list.ts';
import { type MissedCallDeed, workMissedCall } from '../../services/work-missed-call.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead, readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { MissedCall, presentMissedCall } from '../presenters/missed-call.ts';
import { Id, IdParams, ref, Text, Time } from '../schemas.ts';

/** Whom we owe a call. Calls make and close the rows; people take, snooze, refuse and reopen them. */
export function missedCalls(app: App, parts: ServerParts): void {
  const model = 'mcube.missed.call';
  const resource = {
    path: '/api/missed-calls',
    model,
    list: missedCallList(parts.clock),
    load: loadMissedCalls,
    schema: MissedCall,
    present: (row: MissedCallRow) => presentMissedCall(row, parts.settings, parts.clock.now()),
  } as const;
  listAndRead(app, parts, resource);

  const config = { access: { model, right: 'write' } } as const;
  const schema = { tags: ['missed-calls'], params: IdParams, response: { 200: ref(MissedCall) } };
  const path = '/api/missed-calls/:id';
  const work = async (request: FastifyRequest, { id }: { id: string }, deed: MissedCallDeed) => {
    const viewer = viewerOf(request);
    return await readOne(parts.database, resource, await workMissedCall(parts, viewer, Number(id), deed), viewer);
  };
  app.post(`${path}/take`, { config, schema }, (request) => work(request, request.params, { kind: 'take' }));
  app.post(`${path}/assign`, { config, schema: { ...schema, body: Assign } }, (request) =>
    work(request, request.params, { kind: 'take', user_id: request.body.user_id }),
  );
  app.post(`${path}/snooze`, { config, schema: { ...schema, body: Snooze } }, (request) =>
    work(request, request.params, { kind: 'snooze', until: new Date(request.body.until) }),
  );
  app.post(`${path}/not-needed`, { config, schema: { ...schema, body: NotNeeded } }, (request) =>
    work(request, request.params, { kind: 'not_needed', reason: request.body.reason }),
  );
  app.post(`${path}/reopen`, { config, schema }, (request) => work(request, request.params, { kind: 'reopen' }));
}

const Assign = Type.Object({ user_id: Id }, { additionalProperties: false });
const Snooze = Type.Object({ until: Time('Until when.') }, { additionalProperties: false });
const NotNeeded = Type.Object({ reason: Text(1_000) }, { additionalProperties: false });
