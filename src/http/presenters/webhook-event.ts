import { type Static, Type } from 'typebox';
import type { WebhookEventRow } from '../../models/webhook-event-list.ts';
import type { RefusedRequest } from '../../models/webhook-refusal.ts';
import { component, nullable, Sentences, sentencesOf, Time, words } from '../schemas.ts';

export const WebhookEvent = component('WebhookEvent', {
  id: Type.Integer(),
  received_at: Time(),
  state: words(
    ['received', 'processed', 'ignored', 'failed', 'refused'],
    'refused: it was answered 400 and is no event; the newest of these are kept for thirty days.',
  ),
  reason: nullable(Type.String({ description: 'Why it was refused or ignored, or what failed.' })),
  reason_sentences: Sentences,
  attempts: Type.Integer(),
  next_attempt_at: nullable(Time()),
  call_id: nullable(Type.String({ description: 'Known once the event was read.' })),
  call_record_id: nullable(Type.Integer()),
  payload: Type.Unknown({
    description: 'What MCUBE sent, as it was read, without secrets; null where it was refused.',
  }),
  request: Type.Optional(
    Type.Object(
      {
        method: Type.String(),
        content_type: nullable(Type.String()),
        body: Type.String({ description: 'As it came, but for secrets; without a body, the query of the address.' }),
        body_bytes: Type.Integer({ description: 'How long it was: of a long body only the beginning is kept.' }),
      },
      { description: 'How it came; only where it was refused.' },
    ),
  ),
});

export function presentWebhookEvent({ request, ...row }: WebhookEventRow): Static<typeof WebhookEvent> {
  return {
    ...row,
    reason_sentences: sentencesOf(row.reason),
    payload: row.payload === null ? null : readJson(row.payload),
    ...(request !== null && { request: howItCame(request) }),
    received_at: row.received_at.toISOString(),
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
  };
}

function howItCame({ method, content_type, body, body_bytes }: RefusedRequest) {
  return { method, content_type, body, body_bytes };
}

/** A payload that is no JSON is a bug, and the more worth showing. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
