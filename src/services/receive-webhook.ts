import type { Clock } from '../kernel/clock.ts';
import { say } from '../kernel/sentences.ts';
import type { Settings } from '../kernel/settings.ts';
import { decodeBody } from '../mcube/decode-body.ts';
import type { Decoded, Payload } from '../mcube/payload.ts';
import type { ReadingFacts } from '../mcube/read-call-event.ts';
import { refusalOf } from '../mcube/refusal-of.ts';
import type { FlushLane } from './flush-lane.ts';

/** What MCUBE, or whoever it was, sent. */
export type WebhookRequest = { body: Buffer; contentType: string | undefined; query: string };

export type Receipt =
  | { kind: 'accepted'; events: number; bulk: boolean }
  /** No call in it: somebody looks whether the address is right. */
  | { kind: 'nothing' }
  | { kind: 'refused'; message: string }
  /** The database cannot commit; nothing was accepted. */
  | { kind: 'unavailable' };

/** Accepts what can be a call, and only once it is on disk. All events of a bulk list are stored, or none. */
export function createReceiver(lane: FlushLane, settings: Pick<Settings, 'defaultRegion' | 'timeZone'>, clock: Clock) {
  return async function receiveWebhook({ body, contentType, query }: WebhookRequest): Promise<Receipt> {
    const decoded = await decodeBody(body, contentType, query);
    if (decoded.kind === 'nothing') return decoded;
    if (decoded.kind === 'unreadable') return { kind: 'refused', message: decoded.message };
    const payloads = payloadsOf(decoded);
    const complaints = complaintsOf(decoded, { ...settings, receivedAt: clock.now() });
    if (complaints !== undefined) return { kind: 'refused', message: complaints };
    const committed = await lane.append(payloads.map((payload) => JSON.stringify(payload)));
    if (!committed) return { kind: 'unavailable' };
    return { kind: 'accepted', events: payloads.length, bulk: decoded.kind === 'bulk' };
  };
}

/** Events that were read; some of them may be no call. */
type Readable = Extract<Decoded, { kind: 'one' | 'bulk' }>;

export function payloadsOf(decoded: Readable): readonly Payload[] {
  return decoded.kind === 'one' ? [decoded.payload] : decoded.payloads;
}

/** Why they cannot all be calls, or undefined. */
export function complaintsOf(decoded: Readable, facts: ReadingFacts): string | undefined {
  const payloads = payloadsOf(decoded);
  const refused = payloads.flatMap((payload, index) => {
    const refusal = refusalOf(payload, facts);
    return refusal === null ? [] : [{ place: index + 1, refusal }];
  });
  const [first] = refused;
  if (first === undefined) return undefined;
  if (payloads.length === 1) return first.refusal;
  const sentences = refused.slice(0, MOST_COMPLAINTS).map((one) => say('event_refused', one));
  const others = refused.slice(MOST_COMPLAINTS).map(({ place }) => place);
  if (others.length > 0) sentences.push(say('events_refused_too', { places: rangesOf(others) }));
  return sentences.join(' ');
}

/** A thousand wrong events do not need a thousand sentences, only to be named. */
const MOST_COMPLAINTS = 20;

/** Rising numbers as people write them: "21-23, 25". */
function rangesOf(places: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === place - 1) last.to = place;
    else ranges.push({ from: place, to: place });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
