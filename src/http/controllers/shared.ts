import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { maskPhoneNumber } from '../../kernel/mask-phone-number.ts';
import { say } from '../../kernel/sentences.ts';
import { findRecording } from '../../services/recordings/find-recording.ts';
import { openRecordingStore } from '../../services/recordings/recording-store.ts';
import { identifyByLink, type SharedViewer } from '../../services/recordings/share-call.ts';
import { readOne } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { CallRecord } from '../presenters/call-record.ts';
import { component, ref, Time } from '../schemas.ts';
import { sendRecording } from '../send-recording.ts';
import { callRecordResource } from './call-records.ts';
import { Download, Sound } from './recordings.ts';

/** What the public sees: the one call that a link leads to. Open routes; the link itself says who comes. */
export function shared(app: App, parts: ServerParts): void {
  const store = openRecordingStore(parts.settings);
  const calls = callRecordResource(parts.settings);
  const limiter = new RateLimiterMemory({ points: REQUESTS_A_MINUTE, duration: 60 });
  const tags = ['recordings'];
  const config = { access: 'open' } as const;
  app.addSchema(SharedCall);

  async function identify(request: FastifyRequest<{ Params: { token: string } }>): Promise<SharedViewer> {
    await limiter.consume(request.ip).catch((reason: unknown) => {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw new RequestError('too_many_requests', say('too_many_requests'), reason.msBeforeNext / 1000);
    });
    const visitor = await identifyByLink(parts, request.params.token);
    if (visitor !== undefined) return visitor;
    throw new RequestError('not_found', say('link_is_over'));
  }

  const look = { tags, params: Token, response: { 200: ref(SharedCall) } };
  app.get('/api/shared/:token', { config, schema: look }, async (request, reply) => {
    const { viewer, call_record_id, expires_at } = await identify(request);
    const call = await readOne(parts.database, calls, call_record_id, viewer);
    reply.headers(PRIVATE);
    return {
      phone_number: maskPhoneNumber(call.phone_number),
      virtual_number: call.virtual_number,
      call_date: call.call_date,
      duration: call.duration,
      direction: call.direction,
      outcome: call.outcome,
      agent_name: call.agent_name,
      recording_state: call.recording_state,
      recording_seconds: call.recording_seconds,
      expires_at: expires_at.toISOString(),
    };
  });

  const hear = { tags, params: Token, querystring: Download, response: { 200: Sound } };
  app.get('/api/shared/:token/recording', { config, schema: hear }, async (request, reply) => {
    const { viewer, call_record_id, share_link_id } = await identify(request);
    const recording = await findRecording(parts, viewer, call_record_id, 'read');
    reply.headers(PRIVATE);
    return await sendRecording({ ...parts, store }, request, reply, recording, { share_link_id });
  });
}

/** Of one address, in each process: a player that seeks asks often. */
const REQUESTS_A_MINUTE = 240;

const PRIVATE = { 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' };

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) });

const { virtual_number, call_date, duration, direction, outcome, agent_name, recording_state, recording_seconds } =
  CallRecord.properties;

const SharedCall = component('SharedCall', {
  phone_number: Type.String({ description: 'All but a few digits hidden; "withheld" for none.' }),
  virtual_number,
  call_date,
  duration,
  direction,
  outcome,
  agent_name,
  recording_state,
  recording_seconds,
  expires_at: Time('Until when the link leads here.'),
});
