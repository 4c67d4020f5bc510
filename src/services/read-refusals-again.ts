import type { Tx } from '../db/database.ts';
import { say } from '../kernel/sentences.ts';
import type { Settings } from '../kernel/settings.ts';
import { decodeBody } from '../mcube/decode-body.ts';
import type { InboxEvent } from '../models/webhook-event.ts';
import { acceptRefusal, type KeptRefusal, takeRefusals } from '../models/webhook-refusal.ts';
import { MOST_BYTES } from './keep-refusals.ts';
import { complaintsOf, payloadsOf } from './receive-webhook.ts';

type Facts = Pick<Settings, 'defaultRegion' | 'timeZone'>;

/** What became of refused requests that were read once more: events of the inbox, or what they were, with the reason. */
export type ReadAgain = { accepted: InboxEvent[]; refused: { id: number; reason: string }[] };

/**
 * Reads refused requests as if they came now: a later version may understand what an earlier one could not. Those that are
 * calls become events of the inbox, under the ids that they had.
 */
export async function readRefusalsAgain(tx: Tx, ids: readonly number[], settings: Facts): Promise<ReadAgain> {
  const accepted: InboxEvent[] = [];
  const refused: ReadAgain['refused'] = [];
  for (const request of await takeRefusals(tx, ids)) {
    const read = await readRequest(request, settings);
    if (typeof read === 'string') refused.push({ id: request.id, reason: read });
    else accepted.push(...(await acceptRefusal(tx, request, read)));
  }
  return { accepted, refused };
}

/** The payloads of its events, or why it still cannot be a call. */
async function readRequest(request: KeptRefusal, settings: Facts): Promise<string[] | string> {
  const { body, content_type, body_bytes, received_at } = request;
  if (body_bytes > MOST_BYTES) return say('beginning_only');
  const decoded = await decodeBody(Buffer.from(body), content_type ?? undefined, '');
  if (decoded.kind === 'nothing') return say('invalid_json');
  if (decoded.kind === 'unreadable') return decoded.message;
  const complaints = complaintsOf(decoded, { ...settings, receivedAt: received_at });
  if (complaints !== undefined) return complaints;
  return payloadsOf(decoded).map((payload) => JSON.stringify(payload));
}
