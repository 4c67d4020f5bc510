import { Type } from 'typebox';
import { pauseOdooConnection } from '../../models/odoo-connection.ts';
import { checkOdoo, connectOdoo, requireConnection } from '../../services/odoo/connect-odoo.ts';
import { disconnectOdoo } from '../../services/odoo/disconnect-odoo.ts';
import { odooStatus } from '../../services/odoo/odoo-status.ts';
import type { App, ServerParts } from '../parts.ts';
import { Odoo, presentOdoo } from '../presenters/odoo.ts';
import { ref } from '../schemas.ts';

/** The Odoo that the service is connected with: administrators connect, pause and disconnect it. */
export function odoo(app: App, parts: ServerParts): void {
  const { database, clock } = parts;
  app.addSchema(Odoo);
  const model = 'odoo.connection';
  const config = (right: 'read' | 'write' | 'create' | 'unlink') => ({ access: { model, right } }) as const;
  const schema = { tags: ['odoo'], response: { 200: ref(Odoo) } };
  const status = async () => presentOdoo(await odooStatus(database, clock.now()));

  app.get('/api/odoo', { config: config('read'), schema }, status);

  app.put('/api/odoo', { config: config('create'), schema: { ...schema, body: Address } }, async ({ body }) => {
    await connectOdoo(parts, body);
    return await status();
  });

  app.patch('/api/odoo', { config: config('write'), schema: { ...schema, body: Pause } }, async ({ body }) => {
    await requireConnection(database);
    await database.kysely.transaction().execute((tx) => pauseOdooConnection(tx, body.paused));
    return await status();
  });

  app.post('/api/odoo/check', { config: config('write'), schema }, async () => {
    await checkOdoo(parts);
    return await status();
  });

  app.delete('/api/odoo', { config: config('unlink'), schema }, async () => {
    await disconnectOdoo(database);
    return await status();
  });
}

const Given = (description: string) => Type.String({ minLength: 1, maxLength: 500, description });

const Address = Type.Object(
  {
    url: Type.String({ pattern: '^https?://.', maxLength: 500, description: 'What people open Odoo with.' }),
    db: Given('The name of its database.'),
    login: Given('Whose API key it is.'),
    key: Given('The API key; it is kept encrypted, and shown to nobody.'),
  },
  { additionalProperties: false },
);

const Pause = Type.Object({ paused: Type.Boolean() }, { additionalProperties: false });
