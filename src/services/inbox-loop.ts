import type { Log } from '../kernel/log.ts';
import type { InboxWorker } from './work-inbox.ts';

export type InboxLoop = {
  /** There may be something in the inbox. */
  wake(): void;
  /** Ends after the batch under way. */
  stop(): Promise<void>;
};

/** How often the inbox is looked at without being woken: the truth behind every wake-up, and what retries go by. */
const POLL_MS = 250;

/**
 * After so many events in one batch the next one waits a little, unless there are more than fit: so it is a larger one, which
 * costs a third an event, and whoever accepts events has the processors meanwhile. A lone call never waits.
 */
const DENSE_EVENTS = 20;
const GATHER_MS = 30;

/** Waits after an error, so that a database that is down is not hammered. */
const ERROR_MS = 1_000;

/** Works the inbox until stopped: at once when woken, and by polling in any case. */
export function runInboxLoop(worker: InboxWorker, log: Log): InboxLoop {
  let stopped = false;
  let woken = false;
  let endNap: (() => void) | undefined;
  let endWait: (() => void) | undefined;

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      try {
        const { events, more } = await worker.work();
        if (more || stopped) continue;
        if (!woken) await nap(POLL_MS);
        else if (events >= DENSE_EVENTS) await wait(GATHER_MS);
      } catch (error) {
        log.error({ err: error }, 'the inbox cannot be worked at the moment, trying again');
        if (!stopped) await nap(ERROR_MS);
      }
    }
  }

  /** As a nap, but a wake-up does not end it. */
  async function wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endWait = undefined;
  }

  async function nap(milliseconds: number): Promise<void> {
    const waited = wait(milliseconds);
    endNap = endWait;
    await waited;
    endNap = undefined;
  }

  const running = run();
  return {
    wake() {
      woken = true;
      endNap?.();
    },
    async stop() {
      stopped = true;
      endWait?.();
      await running;
    },
  };
}
