import { performance } from 'node:perf_hooks';

/** How many requests a second all connections of a run may send together; the rate may change while it runs. */
export type Pace = {
  rate: number;
  /** Calls back when it is this request's turn: at once when no rate holds it. */
  takeTurn(go: (now: number) => void): void;
};

/** Turns come evenly. After a standstill no more than this many milliseconds of them are made up for. */
const CATCH_UP_MS = 50;

export function createPace(rate: number): Pace {
  const waiting: ((now: number) => void)[] = [];
  let nextTurn = 0;
  let timer: NodeJS.Timeout | undefined;

  function letGo(): void {
    timer = undefined;
    const now = performance.now();
    nextTurn = Math.max(nextTurn, now - CATCH_UP_MS);
    while (waiting.length > 0 && nextTurn <= now) {
      nextTurn += 1_000 / pace.rate;
      waiting.shift()?.(now);
    }
    if (waiting.length > 0) timer ??= setTimeout(letGo, 1);
  }

  const pace: Pace = {
    rate,
    takeTurn(go) {
      if (pace.rate === Number.POSITIVE_INFINITY) return go(performance.now());
      waiting.push(go);
      if (timer === undefined) letGo();
    },
  };
  return pace;
}
