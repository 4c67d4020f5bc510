import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';

/** Holds the dashboard's figures against the rows they count. */
export async function expectRollupsToEqualARecount({ kysely }: Pick<Database, 'kysely'>): Promise<void> {
  const local = sql`call_date at time zone 'Asia/Kolkata'`;
  const hours = sql`
    select date_trunc('hour', ${local}) as local_hour, direction, outcome, count(*) as calls, sum(duration) as talk_seconds
    from mcube_call_record group by 1, 2, 3`;
  const days = sql`
    select (${local})::date as local_day, coalesce(user_id, 0) as user_id, coalesce(virtual_number, '') as virtual_number,
      direction, outcome, count(*) as calls, sum(duration) as talk_seconds
    from mcube_call_record group by 1, 2, 3, 4, 5`;
  for (const [table, recount] of [
    ['call_rollup_hour', hours],
    ['call_rollup_day', days],
  ] as const) {
    const stored = sql`select * from ${sql.table(table)} where calls <> 0 or talk_seconds <> 0`;
    const { rows } = await sql`(${stored} except ${recount}) union all (${recount} except ${stored})`.execute(kysely);
    expect({ table, differences: rows }).toEqual({ table, differences: [] });
  }
}

/** Numbers for which the service opened more than one lead that is still open. */
export async function numbersWithTwoLeads({ kysely }: Pick<Database, 'kysely'>): Promise<unknown[]> {
  const { rows } = await sql`
    select phone_number.phone_sanitized, count(*) as leads from phone_number join crm_lead on crm_lead.id = lead_id
    where is_open group by 1 having count(*) > 1`.execute(kysely);
  return rows;
}
