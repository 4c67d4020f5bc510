import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** Records of one model that were created, changed or deleted together. */
export type Change = { model: string; ids: number[] };

/** The channel on which a commit that holds changes wakes whoever listens. */
export const LIVE_CHANNEL = 'mcube_live';

/** Tells live clients, once the transaction is committed, what changed. */
export async function announce(tx: Tx, changes: Change[]): Promise<void> {
  const told = changes.filter(({ ids }) => ids.length > 0);
  if (told.length === 0) return;
  await sql`
    with told as (insert into live_change (changes) values (${JSON.stringify(told)}))
    select pg_notify(${LIVE_CHANNEL}, '')`.execute(tx);
}

/**
 * Deletes changes from before the given moment. The newest row stays in any case: an empty table means that nothing was
 * ever forgotten (see services/read-changes.ts).
 */
export async function forgetChanges(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from live_change where create_date < ${before} and id < (select max(id) from live_change)`.execute(tx);
}
