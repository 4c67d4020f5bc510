import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { RING_SECONDS } from '../../src/models/ring-time.ts';

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
  const rings = sql`
    select date_bin('15 minutes', call_date, timestamptz 'epoch'), sum(ring), count(*) filter (where ring <= 10),
      count(*) filter (where ring > 10 and ring <= 20), count(*) filter (where ring > 20 and ring <= 30),
      count(*) filter (where ring > 30 and ring <= 60), count(*) filter (where ring > 60)
    from (select call_date, ${RING_SECONDS} as ring from mcube_call_record where direction = 'inbound') as answered
    where ring is not null group by 1`;
  const leads = sql`
    select date_bin('15 minutes', moment, timestamptz 'epoch'), sum(opened), sum(won)
    from (select create_date as moment, 1 as opened, 0 as won from crm_lead where merged_into_id is null
      union all select won_date, 0, 1 from crm_lead where merged_into_id is null and won_date is not null) as told
    group by 1`;
  for (const [table, recount] of [
    ['call_rollup_hour', hours],
    ['call_rollup_day', days],
    ['call_rollup_ring', rings],
    ['lead_rollup', leads],
  ] as const) {
    const stored = STORED[table];
    const { rows } = await sql`(${stored} except ${recount}) union all (${recount} except ${stored})`.execute(kysely);
    expect({ table, differences: rows }).toEqual({ table, differences: [] });
  }
}

const COUNTED = sql`where calls <> 0 or talk_seconds <> 0`;
const STORED = {
  call_rollup_hour: sql`select * from call_rollup_hour ${COUNTED}`,
  call_rollup_day: sql`select * from call_rollup_day ${COUNTED}`,
  call_rollup_ring: sql`
    select * from call_rollup_ring where (ring_seconds, within_10, within_20, within_30, within_60, later) <> (0, 0, 0, 0, 0, 0)`,
  lead_rollup: sql`
    select quarter_hour, sum(new_leads), sum(won_leads) from lead_rollup group by 1
    having sum(new_leads) <> 0 or sum(won_leads) <> 0`,
};

/** Numbers for which the service opened more than one lead that is still open. */
export async function numbersWithTwoLeads({ kysely }: Pick<Database, 'kysely'>): Promise<unknown[]> {
  const { rows } = await sql`
    select phone_number.phone_sanitized, count(*) as leads from phone_number join crm_lead on crm_lead.id = lead_id
    where is_open group by 1 having count(*) > 1`.execute(kysely);
  return rows;
}
