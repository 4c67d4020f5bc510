import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../kernel/log.ts';
import type { TakenRecording } from '../../models/recording.ts';
import type { RecordingWorker } from './work-recordings.ts';

/** So many at once: enough for fifty calls a second whose recordings take a quarter of a second each. */
const MOST_AT_ONCE = 8;

/** Between two looks while there is much to do: a flood of links that fail at once must leave calls their processor. */
const BREATH_MS = 50;

/** How often it is looked for recordings that are due. Whoever hangs up waits longer for MCUBE itself. */
const POLL_MS = 500;
const ERROR_MS = 5_000;

/** Ends after giving back what is under way. */
export type RecordingLoop = { stop(): Promise<void> };

/** Works recordings as they fall due, until stopped; several processes may do so side by side. */
export function runRecordingLoop(worker: RecordingWorker, log: Log): RecordingLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  const underWay = new Set<Promise<void>>();

  function begin(taken: TakenRecording): void {
    const work = worker
      .work(taken, signal)
      // Its lease brings it back.
      .catch((error) => log.error({ err: error, call_record_id: taken.call_record_id }, 'A recording was left'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const taken = await worker.take(MOST_AT_ONCE - underWay.size);
        taken.forEach(begin);
        if (underWay.size >= MOST_AT_ONCE) await Promise.race(underWay);
        await nap(taken.length === 0 ? POLL_MS : BREATH_MS);
      } catch (error) {
        log.error({ err: error }, 'recordings cannot be looked for at the moment, trying again');
        await nap(ERROR_MS);
      }
    }
    await Promise.all(underWay);
  }

  async function nap(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
