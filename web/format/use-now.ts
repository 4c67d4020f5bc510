import { useSyncExternalStore } from 'react';

/** The present moment, looked at twice a minute; one clock for all that show how late something is. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

const STEP_MS = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(step, STEP_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function step(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}
