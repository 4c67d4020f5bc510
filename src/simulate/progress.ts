import { performance } from 'node:perf_hooks';
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './run-simulation.ts';

/** A bar on a terminal; elsewhere a line every few seconds. */
export function createProgress(calls: number, stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(calls, stream) : lines(calls, stream);
}

function bar(calls: number, stream: NodeJS.WriteStream): Progress {
  const format = '{phase} [{bar}] {value}/{total} calls, {events} events';
  const drawn = new SingleBar({ format, stream, hideCursor: true, stopOnComplete: false }, Presets.legacy);
  let events = 0;
  drawn.start(calls, 0, { phase: 'sending ', events });
  return {
    sent(done, count) {
      events = count;
      drawn.update(done, { phase: 'sending ', events });
    },
    stored(found, of) {
      drawn.setTotal(of);
      drawn.update(found, { phase: 'checking', events });
    },
    done: () => drawn.stop(),
  };
}

function lines(calls: number, stream: NodeJS.WriteStream): Progress {
  let last = performance.now();
  function say(line: () => string): void {
    if (performance.now() - last < LINE_EVERY_MS) return;
    last = performance.now();
    stream.write(`${line()}\n`);
  }
  return {
    sent: (done, events) => say(() => `sending: ${done} of ${calls} calls, ${events} events`),
    stored: (found, of) => say(() => `checking: ${found} of ${of} calls stored`),
    done: () => undefined,
  };
}

const LINE_EVERY_MS = 3_000;
