import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { deleteSubscription, isSubscribed, saveSubscription } from '../../models/push-subscription.ts';
import { pushPermission } from '../../services/push/push-host.ts';
import { vapidKeys } from '../../services/push/vapid-keys.ts';
import { viewerOf } from '../access-line.ts';
import type { App, ServerParts } from '../parts.ts';

/** Browsers that are told of missed calls while the application is closed. */
export function push(app: App, { database, settings, serviceKey }: ServerParts): void {
  const config = { access: 'signed-in' } as const;
  const tags = ['push'];
  const nothing = { 204: Type.Null({ description: 'Done.' }) };
  const state = { tags, querystring: Asked, response: { 200: State } };
  app.get('/api/push', { config, schema: state }, async (request) => {
    const { publicKey } = await vapidKeys(database, serviceKey);
    const { endpoint } = request.query;
    const is_subscribed = endpoint !== undefined && (await isSubscribed(database, viewerOf(request).user_id, endpoint));
    return { public_key: publicKey, is_subscribed };
  });
  const subscribe = { tags, body: Subscription, response: nothing };
  app.post('/api/push/subscriptions', { config, schema: subscribe }, async (request, reply) => {
    const { endpoint, keys } = request.body;
    if (pushPermission(endpoint, settings) === 'refused')
      throw new RequestError('invalid_input', say('unknown_push_service'));
    await saveSubscription(database, viewerOf(request).user_id, { endpoint, ...keys });
    return reply.code(204).send(null);
  });
  const unsubscribe = { tags, body: Ended, response: nothing };
  app.delete('/api/push/subscriptions', { config, schema: unsubscribe }, async (request, reply) => {
    await deleteSubscription(database, request.body.endpoint, viewerOf(request).user_id);
    return reply.code(204).send(null);
  });
}

const Endpoint = Type.String({ minLength: 1, maxLength: 2_000 });
const Key = (length: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${length}}=*$` });
// A point of P-256 and 16 bytes, in base64url.
const Subscription = Type.Object({ endpoint: Endpoint, keys: Type.Object({ p256dh: Key(87), auth: Key(22) }) });
const Asked = Type.Object({ endpoint: Type.Optional(Endpoint) }, { additionalProperties: false });
const State = Type.Object({
  public_key: Type.String(),
  is_subscribed: Type.Boolean({ description: 'Whether the browser of that endpoint is told what concerns you.' }),
});
const Ended = Type.Object({ endpoint: Endpoint }, { additionalProperties: false });
