import { type Static, Type } from 'typebox';
import type { WebhookEventRow } from '../../models/webhook-event-list.ts';
import { component, nullable, Time, words } from '../schemas.ts';

export const WebhookEvent = component('WebhookEvent', {
  id: Type.Integer(),
  received_at: Time(),
  state: words(['received', 'processed', 'ignored', 'failed']),
  reason: nullable(Type.String({ description: 'Why it was ignored, or what failed.' })),
  attempts: Type.Integer(),
  next_attempt_at: nullable(Time()),
  call_id: nullable(Type.String({ description: 'Known once the event was read.' })),
  call_record_id: nullable(Type.Integer()),
  payload: Type.Unknown({ description: 'What MCUBE sent, without secrets.' }),
});

export function presentWebhookEvent(row: WebhookEventRow): Static<typeof WebhookEvent> {
  return {
    ...row,
    payload: readJson(row.payload),
    received_at: row.received_at.toISOString(),
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
  };
}

/** A payload that is no JSON is a bug, and the more worth showing. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
