import type { SimulatedCall } from './call.ts';
import { pause } from './persistence.ts';
import { CALLS_A_QUESTION, type FindStoredCalls, type StoredCalls } from './stored-calls.ts';

/** Asks for the calls until all are there, or none has come for `patienceMs`. What was found is not asked for again. */
export async function awaitStored(
  calls: ReadonlyMap<string, SimulatedCall>,
  find: FindStoredCalls,
  { patienceMs, signal, onFound }: { patienceMs: number; signal: AbortSignal; onFound: (found: number) => void },
): Promise<StoredCalls> {
  const found: StoredCalls = new Map();
  let missing = [...calls.keys()];
  let waited = 0;
  for (;;) {
    const before = found.size;
    for (let first = 0; first < missing.length && !signal.aborted; first += CALLS_A_QUESTION) {
      for (const { callId, lead } of await find(missing.slice(first, first + CALLS_A_QUESTION)))
        found.set(callId, lead);
      onFound(found.size);
    }
    missing = missing.filter((callId) => !found.has(callId));
    waited = found.size > before ? 0 : waited + PAUSE_MS;
    if (missing.length === 0 || waited > patienceMs || signal.aborted) return found;
    await pause(PAUSE_MS, signal);
  }
}

const PAUSE_MS = 250;
