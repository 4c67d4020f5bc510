import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

const CHANNEL = 'mcube_inbox';

/** What the loops that read Odoo are woken by. */
export const ODOO_CHANNEL = 'mcube_odoo';

/** At most so often does an accepting process wake the workers of others: a NOTIFY takes a lock of the whole server. */
const TELL_EVERY_MS = 10;

/**
 * For a process that accepts but does not work: wakes those that do, at once when it has not done so just now. A lost signal
 * costs them one polling interval.
 */
export function tellOfEvents(database: Database, channel = CHANNEL): () => void {
  let telling = false;
  let toldAt = Number.NEGATIVE_INFINITY;

  function tell(): void {
    telling = false;
    toldAt = performance.now();
    sql`select pg_notify(${channel}, '')`.execute(database.kysely).catch(() => undefined);
  }

  return () => {
    if (telling) return;
    const wait = toldAt + TELL_EVERY_MS - performance.now();
    if (wait <= 0) return tell();
    telling = true;
    setTimeout(tell, wait);
  };
}

/** Hears other processes' signals. When the connection breaks, polling goes on and the next look reconnects. */
export async function listenForEvents(
  database: Database,
  onEvents: () => void,
  channel = CHANNEL,
): Promise<{ close(): Promise<void> }> {
  let closed = false;
  let client = await connect();

  async function connect() {
    const fresh = await database.connect(`${channel.replace('_', ' ')}`);
    fresh.on('notification', onEvents);
    fresh.on('end', () => {
      if (!closed) setTimeout(reconnect, RECONNECT_MS).unref();
    });
    await fresh.query(`listen ${channel}`);
    return fresh;
  }

  async function reconnect(): Promise<void> {
    if (closed) return;
    try {
      client = await connect();
    } catch {
      setTimeout(reconnect, RECONNECT_MS).unref();
    }
  }

  return {
    async close() {
      closed = true;
      await client.end().catch(() => undefined);
    },
  };
}

const RECONNECT_MS = 1_000;
