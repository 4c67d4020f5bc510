import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { replayDeliveries } from '../../models/odoo-delivery.ts';
import { loadOdooDeliveries, ODOO_DELIVERY_LIST } from '../../models/odoo-delivery-list.ts';
import { listAndRead } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { OdooDelivery, presentOdooDelivery } from '../presenters/odoo-delivery.ts';
import { words } from '../schemas.ts';

/** What Odoo has of ours, what waits to go there, and what it did not take; the latter can be tried again. */
export function odooDeliveries(app: App, parts: ServerParts): void {
  const model = 'odoo.delivery';
  listAndRead(app, parts, {
    path: '/api/odoo-deliveries',
    model,
    list: ODOO_DELIVERY_LIST,
    load: loadOdooDeliveries,
    schema: OdooDelivery,
    present: presentOdooDelivery,
  });
  const config = { access: { model, right: 'write' } } as const;
  const schema = { tags: ['odoo-deliveries'], body: Replay, response: { 200: Replayed } };
  app.post('/api/odoo-deliveries/replay', { config, schema }, async ({ body: { ids, state } }) => {
    if ((ids === undefined) === (state === undefined))
      throw new RequestError('invalid_input', say('say_which_deliveries'));
    return { deliveries: await replayDeliveries(parts.database, ids === undefined ? { state: 'failed' } : { ids }) };
  });
}

const Replay = Type.Object(
  {
    ids: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 10_000 })),
    state: Type.Optional(words(['failed'])),
  },
  { additionalProperties: false, minProperties: 1 },
);

const Replayed = Type.Object({ deliveries: Type.Integer({ description: 'How many are due again.' }) });
