import type { Database, Tx } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import {
  type InboxEvent,
  journalRowOf,
  settleEvents,
  takeDueEvents,
  takeFromJournal,
} from '../models/webhook-event.ts';
import { againIfInsertedElsewhere } from './calls/again-if-inserted-elsewhere.ts';
import type { CallSettings } from './calls/draft.ts';
import { type Processed, processCalls } from './calls/process-calls.ts';
import { afterFailure, dueNow, messageOf } from './settle-failure.ts';

/** What a worker tells; the composition root turns it into metrics and log lines. */
export type BatchObserver = {
  processed(batch: Processed & { seconds: number }): void;
  /** An attempt at a single event failed. */
  failed(): void;
};

export type InboxWorker = {
  /** Processes what waits, a batch at most. */
  work(): Promise<Worked>;
};

/** How many events there were, and whether some were left for another batch. */
export type Worked = { events: number; more: boolean };

/** Around this many events a batch at most: enough to share out what every batch costs; when few wait, few are taken. */
const BATCH_EVENTS = 2000;
const MOST_ROWS = 200;

/** While new events keep coming, those that are due are looked for only so often: mostly there are none. */
const DUE_EVERY_MS = 250;

/**
 * Empties the inbox batch by batch. When a batch of the journal fails, its events are laid out as single events that are
 * due at once; when a batch of due events fails, they are tried one by one. So one bad event never blocks its neighbours.
 */
export function createInboxWorker(
  database: Database,
  settings: CallSettings,
  clock: Clock,
  log: Log,
  observer: BatchObserver,
): InboxWorker {
  // Rows hold one event on a quiet day and hundreds under load: the number of rows follows the last batch.
  let rows = 4;
  let lookedForDue = 0;

  async function attempt(
    take: (tx: Tx) => Promise<InboxEvent[]>,
  ): Promise<{ kind: 'done'; events: number } | { kind: 'failed'; error: unknown }> {
    const started = performance.now();
    try {
      const processed = await againIfInsertedElsewhere(() =>
        database.pipelined(async (tx, last) => {
          const events = await take(tx);
          if (events.length === 0) return undefined;
          return await processCalls(tx, events, settings, clock.now(), last);
        }),
      );
      if (processed === undefined) return { kind: 'done', events: 0 };
      observer.processed({ ...processed, seconds: (performance.now() - started) / 1000 });
      return { kind: 'done', events: processed.settled.length };
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  async function workJournal(): Promise<Worked> {
    let taken = 0;
    const worked = await attempt(async (tx) => {
      const events = await takeFromJournal(tx, rows);
      taken = new Set(events.map(journalRowOf)).size;
      return events;
    });
    if (worked.kind === 'failed') {
      log.warn({ err: worked.error }, 'MCUBE Webhook: a batch of events failed, trying them one by one');
      await database.pipelined(async (tx) => {
        const events = await takeFromJournal(tx, rows);
        await settleEvents(
          tx,
          events.map((event) => dueNow(event, clock.now())),
        );
      });
      return { events: 0, more: true };
    }
    // Whoever brings more wakes us; but there may be rows that did not fit.
    const more = taken === rows;
    if (taken > 0) rows = Math.max(1, Math.min(MOST_ROWS, Math.ceil((taken * BATCH_EVENTS) / worked.events)));
    return { events: worked.events, more };
  }

  async function workDue(): Promise<boolean> {
    const worked = await attempt((tx) => takeDueEvents(tx, clock.now(), BATCH_EVENTS));
    if (worked.kind === 'done') return worked.events > 0;
    const due = await database.pipelined((tx) => takeDueEvents(tx, clock.now(), BATCH_EVENTS));
    for (const event of due) await workOne(event);
    return true;
  }

  async function workOne({ id }: InboxEvent): Promise<void> {
    const worked = await attempt((tx) => takeDueEvents(tx, clock.now(), 1, id));
    if (worked.kind === 'done') return;
    log.error({ reason: messageOf(worked.error), event_id: id }, 'MCUBE Webhook: an event failed');
    observer.failed();
    await database.pipelined(async (tx) => {
      const events = await takeDueEvents(tx, clock.now(), 1, id);
      await settleEvents(
        tx,
        events.map((event) => afterFailure(event, worked.error, settings, clock.now())),
      );
    });
  }

  return {
    async work() {
      const worked = await workJournal();
      if (performance.now() < lookedForDue + DUE_EVERY_MS) return worked;
      lookedForDue = performance.now();
      const due = await workDue();
      return { ...worked, more: worked.more || due };
    },
  };
}
