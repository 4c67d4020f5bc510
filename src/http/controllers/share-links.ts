import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { findShareLink, listShareLinks, revokeShareLink, type ShareLink } from '../../models/share-link.ts';
import { writeShareToken } from '../../security/share-token.ts';
import { findRecording } from '../../services/recordings/find-recording.ts';
import { shareCall } from '../../services/recordings/share-call.ts';
import { viewerOf } from '../access-line.ts';
import type { App, ServerParts } from '../parts.ts';
import { component, IdParams, nullable, ref, Time } from '../schemas.ts';

/** Links with which somebody without an account hears one call. Who may hear it may share it, and end what was shared. */
export function shareLinks(app: App, parts: ServerParts): void {
  const { database, clock, settings, serviceKey, log } = parts;
  const model = 'mcube.share.link';
  const tags = ['recordings'];
  app.addSchema(Link);

  const present = (request: FastifyRequest, { revoked_date, call_record_id: _, ...link }: ShareLink) => ({
    ...link,
    url: `${settings.publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`}/shared/${writeShareToken(serviceKey, link)}`,
    expires_at: link.expires_at.toISOString(),
    create_date: link.create_date.toISOString(),
    revoked: revoked_date !== null,
  });

  const path = '/api/call-records/:id/share-links';
  const create = { tags, params: IdParams, body: nullable(Wish), response: { 201: ref(Link) } };
  app.post(path, { config: { access: { model, right: 'create' } }, schema: create }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { call_record_id } = await findRecording(parts, viewer, Number(request.params.id), 'read');
    const id = await shareCall(parts, viewer, call_record_id, request.body?.expires_in_hours ?? WEEK);
    const link = await findShareLink(database, id);
    if (link === undefined) throw new Error('a link vanished as it was made');
    log.info({ call_record_id, share_link_id: id, user_id: viewer.user_id }, 'A call was shared');
    return reply.code(201).send(present(request, link));
  });

  const list = { tags, params: IdParams, response: { 200: Links } };
  app.get(path, { config: { access: { model, right: 'read' } }, schema: list }, async (request) => {
    const { call_record_id } = await findRecording(parts, viewerOf(request), Number(request.params.id), 'read');
    const links = await listShareLinks(database, call_record_id);
    return { data: links.map((link) => present(request, link)), total: links.length };
  });

  const revoke = { tags, params: IdParams, response: { 204: Type.Null({ description: 'Revoked.' }) } };
  app.delete(
    '/api/share-links/:id',
    { config: { access: { model, right: 'unlink' } }, schema: revoke },
    async (request, reply) => {
      const link = await findShareLink(database, Number(request.params.id));
      if (link === undefined)
        throw new RequestError('not_found', say('no_such_record', { model, id: request.params.id }));
      await findRecording(parts, viewerOf(request), link.call_record_id, 'read');
      await revokeShareLink(database, link.id, clock.now());
      return reply.code(204).send(null);
    },
  );
}

const WEEK = 168;

const Wish = Type.Object(
  { expires_in_hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 8_760, default: WEEK })) },
  { additionalProperties: false },
);

const Link = component('ShareLink', {
  id: Type.Integer(),
  url: Type.String({ description: 'Whoever has it hears the call.' }),
  expires_at: Time(),
  create_date: Time(),
  user_id: Type.Integer({ description: 'Who made it.' }),
  user_name: Type.String(),
  revoked: Type.Boolean(),
});

const Links = Type.Object({ data: Type.Array(ref(Link)), total: Type.Integer() });
