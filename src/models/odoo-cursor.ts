import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';

/** How far a model has been read; moments by Odoo's clock. */
export type OdooCursor = {
  /** All that was written before is here; null before the first sweep is through. */
  write_date: Date | null;
  /** Set while a sweep is under way: what write_date will be when it is through. */
  sweep_until: Date | null;
  /** The last record of the sweep under way that was taken in. */
  id: number;
};

export async function readCursor({ kysely }: Database, model: string): Promise<OdooCursor> {
  const row = await kysely
    .selectFrom('odoo_cursor')
    .select(['write_date', 'sweep_until', 'id'])
    .where('model', '=', model)
    .executeTakeFirst();
  return row ?? { write_date: null, sweep_until: null, id: 0 };
}

/** In the transaction that takes the rows in, so that none is passed over and none need be taken twice. */
export async function writeCursor(tx: Tx, model: string, cursor: OdooCursor): Promise<void> {
  await tx
    .insertInto('odoo_cursor')
    .values({ model, ...cursor })
    .onConflict((conflict) => conflict.column('model').doUpdateSet(cursor))
    .execute();
}

/** Lets everything be read again from the beginning; what Odoo said last stays, so nothing is overwritten by that. */
export async function rewindCursors(tx: Tx): Promise<void> {
  await tx.deleteFrom('odoo_cursor').execute();
}

/** What was learnt by reading belongs to one Odoo: whoever leaves it forgets it. Conflicts stay, they are history. */
export async function forgetReading(tx: Tx): Promise<void> {
  await rewindCursors(tx);
  await tx.deleteFrom('odoo_record').execute();
  await tx.deleteFrom('odoo_call_request').execute();
  await sql`
    update odoo_reader set leased_until = '-infinity', last_read_date = null, last_long_look = '-infinity',
      checked_lead_id = 0`.execute(tx);
}
