import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { hideBodySecrets } from '../mcube/hide-body-secrets.ts';
import { announce } from '../models/live-change.ts';
import { insertRefusal, type RefusedRequest } from '../models/webhook-refusal.ts';

export type Refusal = { method: string; body: Buffer; contentType: string | undefined; query: string; reason: string };

export type RefusalKeeper = {
  /** Returns at once; what becomes of it changes nothing for whoever was refused. */
  keep(refusal: Refusal): void;
  close(): Promise<void>;
};

/** So much of a body: an event has some 2 kB; of a long list the beginning shows what it is. */
export const MOST_BYTES = 64 * 1024;

/** So many at once, as somebody makes who tries; then one every ten seconds, so that a day's flood leaves room for others. */
const BURST = 60;
const EVERY_MS = 10_000;

/**
 * Keeps refused requests for the inbox, one after the other and apart from what is accepted: over a connection of the pool
 * that people's requests use, and no more of them than a flood may take of the processor and the disk.
 */
export function createRefusalKeeper(database: Database, clock: Clock, log: Log): RefusalKeeper {
  let allowed = BURST;
  let since = clock.now().getTime();
  let running: Promise<void> = Promise.resolve();

  function mayKeep(now: number): boolean {
    const earned = Math.floor((now - since) / EVERY_MS);
    if (earned > 0) {
      allowed = Math.min(BURST, allowed + earned);
      since += earned * EVERY_MS;
    }
    if (allowed === 0) return false;
    allowed -= 1;
    return true;
  }

  async function write(request: RefusedRequest): Promise<void> {
    try {
      await database.kysely.transaction().execute(async (tx) => {
        const id = await insertRefusal(tx, request);
        await announce(tx, [{ model: 'webhook.event', ids: [id] }]);
      });
    } catch (error) {
      log.warn({ err: error }, 'MCUBE Webhook: a refused request could not be kept');
    }
  }

  return {
    keep(refusal) {
      const now = clock.now();
      if (!mayKeep(now.getTime())) return;
      // A copy, since the rest of a large body need not wait; and read after the answer, which takes a few milliseconds.
      const copy = { ...refusal, bytes: refusal.body.length, body: Buffer.from(refusal.body.subarray(0, MOST_BYTES)) };
      running = running.then(() => new Promise(setImmediate)).then(() => write(read(copy, now)));
    },
    close: () => running,
  };
}

function read(refusal: Refusal & { bytes: number }, received_at: Date): RefusedRequest {
  const { method, contentType, query, reason, bytes } = refusal;
  const [text, body_bytes] = bytes === 0 ? [query, Buffer.byteLength(query)] : [textOf(refusal.body), bytes];
  const content_type = contentType === undefined ? null : hideBodySecrets(storable(contentType.slice(0, 200)));
  return { received_at, method, content_type, body: hideBodySecrets(storable(text)), body_bytes, reason };
}

/** Two bytes a character where its mark says so, as decode-body.ts reads it. */
function textOf(body: Buffer): string {
  return body.toString(body[0] === 0xff && body[1] === 0xfe ? 'utf16le' : 'utf8');
}

/** Without what PostgreSQL refuses, and without what nobody sees: a name could hide behind it. */
function storable(text: string): string {
  return text.slice(0, MOST_BYTES).replace(/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
}
