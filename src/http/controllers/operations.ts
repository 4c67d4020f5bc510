import { sql } from 'kysely';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { isLoopback } from '../../kernel/settings.ts';
import { measureInbox } from '../../models/inbox-depth.ts';
import { measureOdooQueue } from '../../models/odoo-delivery.ts';
import { countRecordings } from '../../models/recording.ts';
import type { App, ServerParts } from '../parts.ts';

/** What watches the service: is it alive, may it be sent requests, how does it fare. */
export function operations(app: App, { database, clock, metrics }: ServerParts): void {
  const open = { config: { access: 'open' as const }, schema: { hide: true } };

  app.get('/livez', open, async () => ({ status: 'ok' }));

  app.get('/readyz', open, async () => {
    await sql`select`.execute(database.kysely);
    return { status: 'ok' };
  });

  // Counts only, no personal data; from another machine a scraper comes through a proxy or a tunnel of the administrator's.
  app.get('/metrics', open, async (request, reply) => {
    if (!isLoopback(request.ip.replace(/^::ffff:/, '')))
      throw new RequestError('access_denied', say('metrics_are_local'));
    const { waiting, failed, oldest } = await measureInbox(database);
    metrics.inboxDepth.set(waiting);
    metrics.failedEvents.set(failed);
    metrics.inboxAge.set(oldest === null ? 0 : (clock.now().getTime() - oldest.getTime()) / 1000);
    const recordings = await countRecordings(database);
    metrics.recordingsWaiting.set(recordings.waiting);
    metrics.recordingsFailed.set(recordings.failed);
    const odoo = await measureOdooQueue(database);
    metrics.odooWaiting.set(odoo.waiting);
    metrics.odooFailed.set(odoo.failed);
    const since = odoo.oldest_waiting_date?.getTime();
    metrics.odooAge.set(since === undefined ? 0 : (clock.now().getTime() - since) / 1000);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
