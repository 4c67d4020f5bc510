import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../kernel/log.ts';
import { OdooError } from '../../odoo/transport/failure.ts';

export type OdooLoop = {
  /** There may be something to do. */
  wake(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
};

/** Goes to Odoo again and again until stopped; a round that says there is more is followed by the next at once. */
export function runOdooLoop(name: string, work: () => Promise<'more' | 'done'>, everyMs: number, log: Log): OdooLoop {
  let stopped = false;
  let woken = false;
  let nap = new AbortController();

  async function round(): Promise<'more' | 'done'> {
    try {
      return await work();
    } catch (error) {
      // What it says of the server stands on the connection, for people (open-connection.ts).
      if (error instanceof OdooError)
        log.warn({ reason: error.message, detail: error.failure.detail }, `${name}: put off`);
      else log.error({ err: error }, `${name}: failed, trying again`);
      return 'done';
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      nap = new AbortController();
      if ((await round()) === 'done' && !woken && !stopped)
        await sleep(everyMs, undefined, { signal: nap.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      nap.abort();
    },
    async stop() {
      stopped = true;
      nap.abort();
      await running;
    },
  };
}
