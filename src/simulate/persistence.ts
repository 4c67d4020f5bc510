import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './poster.ts';

/** Posts again while the service is away or cannot commit, waiting longer every time; at last it gives up. */
export async function postPersistently(
  post: () => Promise<Answer>,
  { retry, signal, onRetry }: { retry: boolean; signal: AbortSignal; onRetry: () => void },
): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await post();
    if (!retry || !mayPass(answer) || attempt === MOST_RETRIES || signal.aborted) return answer;
    onRetry();
    const asked = answer.kind === 'status' ? (answer.retryAfter ?? 0) * 1_000 : 0;
    await pause(Math.min(Math.max(asked, 100 * 2 ** attempt), LONGEST_PAUSE_MS), signal);
  }
}

/** Sleeps, but not beyond the moment somebody stops the run. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** With these, an outage of about 40 seconds is bridged: long enough for any restart. */
const MOST_RETRIES = 12;
const LONGEST_PAUSE_MS = 5_000;

function mayPass(answer: Answer): boolean {
  return answer.kind === 'failure' || answer.status === 503 || answer.status === 429;
}
