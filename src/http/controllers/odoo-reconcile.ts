import { Type } from 'typebox';
import { createOdooConnections } from '../../services/odoo/open-connection.ts';
import { reconcileOdoo } from '../../services/odoo/reconcile-odoo.ts';
import type { App, ServerParts } from '../parts.ts';

/** Compares everything with Odoo and mends what differs; the answer comes when all is compared. */
export function odooReconcile(app: App, parts: ServerParts): void {
  const connections = createOdooConnections(parts);
  app.post(
    '/api/odoo/reconcile',
    {
      config: { access: { model: 'odoo.connection', right: 'write' } },
      schema: { tags: ['odoo'], body: Request, response: { 200: Reconciled } },
    },
    async ({ body }) => await reconcileOdoo({ ...parts, connections }, body.days ?? 7),
  );
}

const Request = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3_650, description: 'How far back calls are compared; 7 unless said.' }),
    ),
  },
  { additionalProperties: false },
);

const Calls = Type.Object({
  compared: Type.Integer(),
  missing: Type.Integer({ description: 'Odoo did not have them: they are delivered again.' }),
  different: Type.Integer({ description: 'Odoo had them otherwise: they are delivered again.' }),
});

const Reconciled = Type.Object({
  leads: Type.Object({
    made: Type.Integer({ description: 'Leads of Odoo that were not known here.' }),
    changed: Type.Integer({ description: 'Leads that were changed in Odoo without our knowing.' }),
  }),
  calls: Type.Union([Calls, Type.Null()], { description: 'Null where Odoo has no place for calls.' }),
});
