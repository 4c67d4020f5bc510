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

/** Waits after an error, so that a database that is down is not hammered. */
const ERROR_MS = 1_000;

/** Works the inbox until stopped: at once when woken, and by polling in any case. */
export function runInboxLoop(worker: InboxWorker, log: Log): InboxLoop {
  let stopped = false;
  let woken = false;
  let endNap: (() => void) | undefined;

  async function nap(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endNap = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endNap = undefined;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      try {
        const worked = await worker.work();
        if (!worked && !woken && !stopped) await nap(POLL_MS);
      } catch (error) {
        log.error({ err: error }, 'the inbox cannot be worked at the moment, trying again');
        if (!stopped) await nap(ERROR_MS);
      }
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      endNap?.();
    },
    async stop() {
      stopped = true;
      endNap?.();
      await running;
    },
  };
}
