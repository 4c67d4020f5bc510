import type { Database } from '../db/database.ts';
import { announce } from '../models/live-change.ts';
import { wakeSnoozed } from '../models/missed-call-action.ts';
import { lockQueue } from '../models/missed-call-queue.ts';

/** Tells whoever watches that rows whose snooze has ended are open again. Returns how many. */
export async function wakeMissedCalls({ kysely }: Database, now: Date): Promise<number> {
  return await kysely.transaction().execute(async (tx) => {
    await lockQueue(tx);
    const ids = await wakeSnoozed(tx, now);
    await announce(tx, [{ model: 'mcube.missed.call', ids }]);
    return ids.length;
  });
}
