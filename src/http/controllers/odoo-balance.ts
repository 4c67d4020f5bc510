import { Type } from 'typebox';
import { GAP_KINDS, measureBalance } from '../../services/odoo/measure-balance.ts';
import { createOdooConnections } from '../../services/odoo/open-connection.ts';
import type { App, ServerParts } from '../parts.ts';
import { nullable, words } from '../schemas.ts';

/** Whether any call was lost on the way: received, recorded here, in Odoo, day by day. */
export function odooBalance(app: App, parts: ServerParts): void {
  const connections = createOdooConnections(parts);
  app.get(
    '/api/odoo/balance',
    {
      config: { access: { model: 'odoo.connection', right: 'read' } },
      schema: { tags: ['odoo'], querystring: Query, response: { 200: Balance } },
    },
    async ({ query }) => ({ data: await measureBalance({ ...parts, connections }, Number(query.days ?? 7)) }),
  );
}

const Query = Type.Object(
  {
    days: Type.Optional(
      // Queries arrive as text.
      Type.String({
        pattern: '^[1-9][0-9]?$',
        description: 'So many days, today among them; 7 unless said, 99 at most.',
      }),
    ),
  },
  { additionalProperties: false },
);

const Gap = Type.Object({
  kind: words(GAP_KINDS),
  count: Type.Integer({ description: 'So many calls.' }),
  message: Type.String(),
});

const Balance = Type.Object({
  data: Type.Array(
    Type.Object({
      day: Type.String({ description: 'A day of the office, as 2026-09-21; the newest first.' }),
      received: Type.Integer({ description: 'Calls that MCUBE told of.' }),
      recorded: Type.Integer({ description: 'Calls that are recorded here, by when they began.' }),
      in_odoo: nullable(Type.Integer({ description: 'Calls that Odoo says it has; null when it cannot be asked.' })),
      gaps: Type.Array(Gap, { description: 'Why the figures differ; empty when they do not.' }),
    }),
  ),
});
