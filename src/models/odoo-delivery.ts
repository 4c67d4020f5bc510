import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

export type OdooQueue = { waiting: number; failed: number; oldest_waiting_date: Date | null };

/** What waits to go to Odoo, records of before the connection that are not yet looked at among it. */
export async function measureOdooQueue({ kysely }: Database): Promise<OdooQueue> {
  const { rows } = await sql<OdooQueue>`
    select waiting.count + coalesce(left_over.count, 0) as waiting, oldest as oldest_waiting_date,
      (select count(*) from odoo_delivery where state = 'failed') as failed
    from (select count(*), min(waiting_date) as oldest from odoo_delivery where state = 'waiting') as waiting
      left join (
        select (select count(*) from crm_lead where id <= leads_left)
          + (select count(*) from mcube_call_record where id <= calls_left) as count
        from odoo_connection) as left_over on true`.execute(kysely);
  return rows[0] ?? { waiting: 0, failed: 0, oldest_waiting_date: null };
}
