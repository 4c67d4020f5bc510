import { loadWebhookEvents, WEBHOOK_EVENT_LIST } from '../../models/webhook-event-list.ts';
import { listAndRead } from '../list-route.ts';
import type { App, ServerParts } from '../parts.ts';
import { presentWebhookEvent, WebhookEvent } from '../presenters/webhook-event.ts';

/** Everything MCUBE sent, settled or still waiting, as administrators see it. */
export function webhookEvents(app: App, parts: ServerParts): void {
  listAndRead(app, parts, {
    path: '/api/webhook-events',
    model: 'webhook.event',
    list: WEBHOOK_EVENT_LIST,
    load: loadWebhookEvents,
    schema: WebhookEvent,
    present: presentWebhookEvent,
  });
}
