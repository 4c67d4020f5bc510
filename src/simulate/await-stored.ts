import type { SimulatedCall } from './call.ts';
import { pause } from './persistence.ts';
import { CALLS_A_QUESTION, type FindStoredCalls, type StoredCalls } from './stored-calls.ts';

/**
 * Asks for the calls until all are there, or none has come for `patienceMs`. What was found is not asked for again; a
 * question that fails, because the service restarts or refuses the key, is asked again within the same patience.
 */
export async function awaitStored(
  calls: ReadonlyMap<string, SimulatedCall>,
  find: FindStoredCalls,
  { patienceMs, signal, onFound }: { patienceMs: number; signal: AbortSignal; onFound: (found: number) => void },
): Promise<Findings> {
  const found: StoredCalls = new Map();
  let missing = [...calls.keys()];
  let waited = 0;
  for (;;) {
    const before = found.size;
    const failure = await askOnce(missing, find, found, { signal, onFound });
    missing = missing.filter((callId) => !found.has(callId));
    waited = found.size > before ? 0 : waited + PAUSE_MS;
    if (missing.length === 0 || waited > patienceMs) return { found, failure };
    if (signal.aborted) return { found, failure: 'Stopped before everything was compared.' };
    await pause(PAUSE_MS, signal);
  }
}

/** `failure`: why the last question was not answered; then nobody knows whether what was not found is missing. */
export type Findings = { found: StoredCalls; failure: string | null };

const PAUSE_MS = 250;

async function askOnce(
  missing: readonly string[],
  find: FindStoredCalls,
  found: StoredCalls,
  { signal, onFound }: { signal: AbortSignal; onFound: (found: number) => void },
): Promise<string | null> {
  try {
    for (let first = 0; first < missing.length && !signal.aborted; first += CALLS_A_QUESTION) {
      for (const { callId, lead } of await find(missing.slice(first, first + CALLS_A_QUESTION)))
        found.set(callId, lead);
      onFound(found.size);
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
