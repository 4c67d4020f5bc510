import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/**
 * Makes one row of the many that each quarter of an hour was told in. Rows that are added meanwhile are left for the next
 * time; the sums are the same at every moment.
 */
export async function foldLeadRollup({ kysely }: Database): Promise<void> {
  await sql`
    with folded as (
      delete from lead_rollup where quarter_hour in (select quarter_hour from lead_rollup group by 1 having count(*) > 1)
      returning *)
    insert into lead_rollup (quarter_hour, new_leads, won_leads)
    select quarter_hour, sum(new_leads), sum(won_leads) from folded group by 1
    having sum(new_leads) <> 0 or sum(won_leads) <> 0`.execute(kysely);
}
