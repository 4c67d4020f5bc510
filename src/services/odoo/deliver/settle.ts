import type { Database } from '../../../db/database.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/log.ts';
import { type NotDelivered, settleDelivered, settleNotDelivered } from '../../../models/odoo-delivery.ts';
import { isTransient } from '../../../odoo/transport/failure.ts';
import type { NotDone, Outcome } from './outcome.ts';
import { retryAfterSeconds } from './retry-time.ts';

export type DeliveryResult = 'delivered' | 'later' | 'failed';

type Parts = { database: Database; clock: Clock; log: Log; onResult(result: DeliveryResult, count: number): void };

/** Writes down what became of deliveries. */
export async function settle({ database, clock, log, onResult }: Parts, outcomes: readonly Outcome[]): Promise<void> {
  const done = outcomes.filter((outcome) => outcome.kind === 'delivered');
  await settleDelivered(database, done, clock.now());
  onResult('delivered', done.length);
  for (const outcome of outcomes) {
    if (outcome.kind === 'delivered') continue;
    const fate = fateOf(outcome, clock.now());
    await settleNotDelivered(database, outcome.delivery, fate);
    onResult(fate.state === 'failed' ? 'failed' : 'later', 1);
    const { record_id } = outcome.delivery;
    log.warn({ record_id, reason: fate.reason, detail: outcome.failure.detail }, 'Odoo did not take a record');
  }
}

/** What may pass is tried again; anything else, and what does not pass in two days, is for a person. */
function fateOf({ delivery, failure }: NotDone, now: Date): NotDelivered {
  const { message: reason, fix } = failure;
  const wait = isTransient(failure)
    ? retryAfterSeconds(delivery.attempts + 1, Math.random(), failure.retryAfter)
    : undefined;
  if (wait === undefined) return { state: 'failed', reason, fix };
  return { state: 'waiting', reason, fix, next_attempt_at: new Date(now.getTime() + wait * 1000) };
}
