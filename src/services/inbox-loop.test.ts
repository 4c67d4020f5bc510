import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../kernel/log.ts';
import { runInboxLoop } from './inbox-loop.ts';

const log = createLog({ logLevel: 'silent', logFormat: 'json' }, false);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A loop whose batches hold so many events; while each of the first ones is worked, more events come. */
function loopOf(eventsABatch: number, batchesWithCompany: number) {
  let batches = 0;
  const loop = runInboxLoop(
    {
      async work() {
        batches += 1;
        await Promise.resolve();
        if (batches <= batchesWithCompany) loop.wake();
        return { events: eventsABatch, more: false };
      },
    },
    log,
  );
  return { loop, batches: () => batches };
}

test('a call that comes while another one is worked is worked at once', async () => {
  const { loop, batches } = loopOf(1, 3);
  await vi.advanceTimersByTimeAsync(0);
  expect(batches()).toBe(4);
  await loop.stop();
});

test('under load the next batch waits for company, whoever wakes it, and then is worked', async () => {
  const { loop, batches } = loopOf(100, 3);
  await vi.advanceTimersByTimeAsync(0);
  loop.wake();
  await vi.advanceTimersByTimeAsync(20);
  expect(batches()).toBe(1);
  await vi.advanceTimersByTimeAsync(15);
  expect(batches()).toBe(2);
  await loop.stop();
});

test('without being woken the inbox is looked at by polling, and a loop that waits ends when it is told to', async () => {
  const { loop, batches } = loopOf(0, 0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(batches()).toBe(5);
  await loop.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(batches()).toBe(5);
});
