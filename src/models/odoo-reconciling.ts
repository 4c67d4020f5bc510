import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** The next calls since a moment that Odoo is said to have, or of which nothing is said: ids, in their order. */
export async function settledCallsAfter(
  { kysely }: Database,
  from: Date,
  id: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select call.id from mcube_call_record call
      left join odoo_delivery delivery on delivery.model = 'mcube.call.record' and delivery.record_id = call.id
    where call.call_date >= ${from} and call.id > ${id} and coalesce(delivery.state, 'delivered') = 'delivered'
    order by call.id limit ${limit}`.execute(kysely);
  return rows.map((row) => row.id);
}

/** Lets calls go to Odoo again: those that it has otherwise, and those that it does not have. */
export async function deliverCallsAgain(
  { kysely }: Database,
  different: readonly number[],
  missing: readonly number[],
): Promise<void> {
  const ids = [...different, ...missing].sort((one, other) => one - other);
  if (ids.length === 0) return;
  await kysely.transaction().execute(async (tx) => {
    await sql`select renew_odoo_deliveries('mcube.call.record', ${ids}::bigint[])`.execute(tx);
    await sql`
      update odoo_delivery set odoo_id = null
      where model = 'mcube.call.record' and record_id = any(${missing}::bigint[])`.execute(tx);
  });
}
