import type { Database } from '../db/database.ts';
import type { Log } from '../kernel/log.ts';
import { type ChangeRow, changePositions, READ_AT_ONCE, readChanges } from '../models/change-log.ts';
import { LIVE_CHANNEL } from '../models/live-change.ts';

/** Reads what changed, once for the whole process, and hands it to everybody who subscribed. */
export type ChangeWatcher = {
  /** Begins to read, once; to be waited for before subscribing. */
  start(): Promise<void>;
  /** Every change after the returned position (the id of the last one) is handed over, in order. */
  subscribe(onChanges: (rows: readonly ChangeRow[]) => void): Subscription;
  stop(): Promise<void>;
};

export type Subscription = { position: number; end(): void };

/** Notifications only wake the reader; this is how late it is when one is lost. */
const POLL_MILLISECONDS = 1_000;
/** Changes that wait for an older transaction are looked for again after this, then after twice as long, and so on. */
const HELD_MILLISECONDS = 4;

/** Does nothing, and holds no connection, until it is started. */
export function createChangeWatcher({ database, log }: { database: Database; log: Log }): ChangeWatcher {
  const subscribers = new Set<(rows: readonly ChangeRow[]) => void>();
  const alarm = createAlarm();
  let stopped = false;
  let position = 0;
  let starting: Promise<void> | undefined;
  let running: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    position = (await changePositions(database)).settled;
    running = Promise.all([follow(), listen()]);
  }

  async function follow(): Promise<void> {
    let pause = HELD_MILLISECONDS;
    while (!stopped) {
      const { rows, held } = await read().catch(unreadable);
      const last = rows.at(-1);
      if (last !== undefined) {
        position = last.id;
        for (const hand of subscribers) hand(rows);
      }
      if (rows.length === READ_AT_ONCE) continue;
      pause = held && last === undefined ? Math.min(pause * 2, POLL_MILLISECONDS) : HELD_MILLISECONDS;
      await alarm.wait(held ? pause : POLL_MILLISECONDS);
    }
  }

  /** `held`: there are changes behind these, of a transaction that still runs or after one that does. */
  async function read(): Promise<{ rows: ChangeRow[]; held: boolean }> {
    const rows = await readChanges(database, position);
    // Mostly no number is missing, so that nothing can come in between, and PostgreSQL need not look through all its locks.
    if (rows.every(({ id }, index) => id === position + 1 + index)) return { rows, held: false };
    const { newest, settled } = await changePositions(database);
    return { rows: await readChanges(database, position, settled), held: newest > settled };
  }

  function unreadable(error: unknown): { rows: ChangeRow[]; held: boolean } {
    log.warn({ err: error }, 'Changes cannot be read at the moment');
    return { rows: [], held: false };
  }

  async function listen(): Promise<void> {
    const pause = createAlarm();
    while (!stopped) {
      try {
        const connection = await database.connect('mcube live changes');
        const ended = new Promise<void>((resolve) => connection.once('end', () => resolve()));
        connection.on('notification', alarm.ring);
        await connection.query(`listen ${LIVE_CHANNEL}`);
        // What was announced before it listened.
        alarm.ring();
        await Promise.race([ended, stopping]);
        await connection.end();
      } catch (error) {
        log.warn({ err: error }, 'Notifications of changes are cut off; polling goes on');
      }
      if (!stopped) await pause.wait(POLL_MILLISECONDS);
    }
  }

  let stopListening: () => void = () => undefined;
  const stopping = new Promise<void>((resolve) => {
    stopListening = resolve;
  });

  return {
    async start() {
      starting ??= start().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      await starting;
    },
    subscribe(onChanges) {
      subscribers.add(onChanges);
      return { position, end: () => void subscribers.delete(onChanges) };
    },
    async stop() {
      stopped = true;
      stopListening();
      alarm.ring();
      await running;
    },
  };
}

/** A pause that ends early when it is rung; a ring that nobody waited for ends the next pause. */
function createAlarm(): { wait(milliseconds: number): Promise<void>; ring(): void } {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    async wait(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
    ring() {
      rung = true;
      wake();
    },
  };
}
