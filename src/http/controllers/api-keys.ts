import { Type } from 'typebox';
import { API_KEY_LIST, loadApiKeys } from '../../models/api-key-list.ts';
import { createApiKey } from '../../services/create-api-key.ts';
import { revokeApiKey } from '../../services/revoke-api-key.ts';
import { viewerOf } from '../access-line.ts';
import { listAndRead } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { ApiKey, presentApiKey } from '../presenters/api-key.ts';
import { component, Id, IdParams, Name, nullable, ref, Time } from '../schemas.ts';

/** API keys: one's own, and for administrators everybody's. */
export function apiKeys(app: App, parts: ServerParts): void {
  const model = 'res.users.apikeys';
  const tags = ['api-keys'];
  listAndRead(app, parts, {
    path: '/api/api-keys',
    model,
    list: API_KEY_LIST,
    load: loadApiKeys,
    schema: ApiKey,
    present: presentApiKey,
  });
  app.addSchema(NewKey);
  const create = { tags, body: KeyRequest, response: { 201: ref(NewKey) } };
  app.post(
    '/api/api-keys',
    { config: { access: { model, right: 'create' } }, schema: create },
    async (request, reply) => {
      const created = await createApiKey(parts, viewerOf(request), request.body);
      return reply.code(201).send(created);
    },
  );
  const revoke = { tags, params: IdParams, response: { 204: Type.Null({ description: 'Revoked.' }) } };
  app.delete(
    '/api/api-keys/:id',
    { config: { access: { model, right: 'unlink' } }, schema: revoke },
    async (request, reply) => {
      await revokeApiKey(parts, viewerOf(request), Number(request.params.id));
      return reply.code(204).send(null);
    },
  );
}

const KeyRequest = Type.Object(
  {
    name: Name,
    user_id: Type.Optional(Id),
    expiration_date: Type.Optional(nullable(Time('Without one the key does not expire.'))),
  },
  { additionalProperties: false },
);

const NewKey = component('NewApiKey', {
  id: Type.Integer(),
  key: Type.String({ description: 'The secret. It is shown here and never again.' }),
});
