import type { Client } from 'pg';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { EVENTS_PER_ROW } from '../models/event-source.ts';

/** Makes events durable. Resolves true once they are committed to disk, false when the database cannot commit them. */
export type FlushLane = {
  append(payloads: readonly string[]): Promise<boolean>;
  close(): Promise<void>;
};

type Waiting = { payloads: readonly string[]; deadline: number; settle: (committed: boolean) => void };

/** How long an event waits for a database that restarts; MCUBE does not send twice, so a short wait beats a refusal. */
const PATIENCE_MS = 8_000;

/** Above this many waiting events the lane refuses at once: they would hold some 50 MB. */
const MOST_WAITING = 50_000;

const RECONNECT_MS = 100;

/** The longest that a commit waits for company; a lone event waits one turn of the event loop. */
const GATHER_MS = 3;

/**
 * One lane, one connection, one commit at a time: what arrives while a commit is under way goes into the next one, as one
 * row (group commit). Events whose commit broke off are written again: the same event twice is still the same call.
 */
export function createFlushLane(database: Database, clock: Clock, log: Log, onFlushed: () => void): FlushLane {
  let waiting: Waiting[] = [];
  let waitingEvents = 0;
  let client: Client | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await gather();
      const batch = takeBatch();
      try {
        client ??= await database.connect('mcube accept');
        const begun = performance.now();
        await client.query({ ...APPEND, values: [clock.now(), countOf(batch), linesOf(batch)] });
        database.observe(APPEND.text, (performance.now() - begun) / 1000);
        waitingEvents -= countOf(batch);
        for (const { settle } of batch) settle(true);
        onFlushed();
      } catch (error) {
        log.warn({ err: error }, 'MCUBE Webhook: the database did not commit, trying again');
        client?.end().catch(() => undefined);
        client = undefined;
        waiting = [...batch, ...waiting];
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
        refuseLate();
      }
    }
    running = undefined;
  }

  /** While every turn of the event loop brings more events, they go into the same commit: fewer, larger commits. */
  async function gather(): Promise<void> {
    const until = performance.now() + GATHER_MS;
    for (let before = 0; waiting.length > before && performance.now() < until; ) {
      before = waiting.length;
      await new Promise(setImmediate);
    }
  }

  function takeBatch(): Waiting[] {
    let events = 0;
    const fits = waiting.findIndex(({ payloads }) => {
      events += payloads.length;
      return events > EVENTS_PER_ROW;
    });
    const batch = fits === -1 ? waiting : waiting.slice(0, fits);
    waiting = fits === -1 ? [] : waiting.slice(fits);
    return batch;
  }

  function refuseLate(): void {
    const now = clock.now().getTime();
    const late = waiting.filter(({ deadline }) => deadline <= now);
    if (late.length === 0) return;
    waiting = waiting.filter(({ deadline }) => deadline > now);
    waitingEvents -= countOf(late);
    for (const { settle } of late) settle(false);
  }

  return {
    append(payloads) {
      if (waitingEvents + payloads.length > MOST_WAITING) return Promise.resolve(false);
      waitingEvents += payloads.length;
      return new Promise((settle) => {
        waiting.push({ payloads, deadline: clock.now().getTime() + PATIENCE_MS, settle });
        running ??= run();
      });
    },
    async close() {
      await running;
      await client?.end();
    },
  };
}

const APPEND = {
  name: 'append',
  text: 'insert into webhook_journal (received_at, event_count, events) values ($1, $2, $3)',
  query_timeout: PATIENCE_MS,
};

function countOf(batch: readonly Waiting[]): number {
  return batch.reduce((count, { payloads }) => count + payloads.length, 0);
}

function linesOf(batch: readonly Waiting[]): string {
  return batch.map(({ payloads }) => payloads.join('\n')).join('\n');
}
