import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

const CHANNEL = 'mcube_inbox';

/** At most so often does an accepting process wake the workers of others: a NOTIFY takes a lock of the whole server. */
const TELL_EVERY_MS = 10;

/** For a process that accepts but does not work: wakes those that do. A lost signal costs them one polling interval. */
export function tellOfEvents(database: Database): () => void {
  let telling = false;
  return () => {
    if (telling) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      sql`select pg_notify(${CHANNEL}, '')`.execute(database.kysely).catch(() => undefined);
    }, TELL_EVERY_MS);
  };
}

/** Hears other processes' signals. When the connection breaks, polling goes on and the next look reconnects. */
export async function listenForEvents(database: Database, onEvents: () => void): Promise<{ close(): Promise<void> }> {
  let closed = false;
  let client = await connect();

  async function connect() {
    const fresh = await database.connect('mcube inbox');
    fresh.on('notification', onEvents);
    fresh.on('end', () => {
      if (!closed) setTimeout(reconnect, RECONNECT_MS).unref();
    });
    await fresh.query(`listen ${CHANNEL}`);
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
