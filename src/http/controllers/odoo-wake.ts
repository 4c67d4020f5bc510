import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { isWakeToken } from '../../services/odoo/wake-address.ts';
import type { App, ServerParts } from '../parts.ts';

/**
 * What an automation in Odoo posts to when somebody asks for a call. It waits one second and tries once, so it is answered at
 * once, and what it posts is not even read: what is new stands in Odoo and is looked for there.
 */
export function odooWake(app: App, { serviceKey, wakeOdoo, log }: ServerParts): void {
  const schema = { hide: true, params: Type.Object({ token: Type.String() }) };
  app.register(async (inner: App) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume();
      done(null);
    });
    inner.post('/mcube/odoo-wake/:token', { config: { access: 'open' }, schema }, async (request, reply) => {
      if (!isWakeToken(serviceKey, request.params.token)) throw new RequestError('not_found', say('nothing_here'));
      log.debug('woken by Odoo');
      wakeOdoo?.();
      return reply.code(202).send(null);
    });
  });
}
