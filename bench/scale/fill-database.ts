import type { Client } from 'pg';
import type { Database } from '../../src/db/database.ts';
import { AGENTS, FIRST_AGENT, FIRST_PHONE, FIRST_VIRTUAL_NUMBER, VIRTUAL_NUMBERS } from '../load/call-numbers.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Calls that were there before anybody looked. */
export type Past = { calls: number; customers: number; agentIds: readonly number[] };

const CALLS_A_CUSTOMER = 10;

/** A larger office has been there for longer: its last 30 days are not all of it. */
export function daysOf(calls: number): number {
  return calls <= 10_000 ? 30 : calls <= 1_000_000 ? 365 : 730;
}

/** Fills leads, call records and rollups as if the service had written them. The inbox is left as it is: it only appends. */
export async function fillDatabase(database: Database, calls: number, agentIds: readonly number[]): Promise<Past> {
  const past = { calls, customers: Math.floor(calls / CALLS_A_CUSTOMER), agentIds };
  const client = await database.connect('bench fill');
  try {
    await client.query('set synchronous_commit = off');
    await client.query(`set maintenance_work_mem = '1GB'`);
    await client.query('set session_replication_role = replica');
    await withoutIndexes(client, ['crm_lead', 'phone_number', 'mcube_call_record'], async () => {
      await fillLeads(client, past);
      await fillCalls(client, past);
    });
    await fillRollups(client);
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
  return past;
}

/** One lead per customer, four of five still open; the customer's number in the order is the lead's id. */
async function fillLeads(client: Client, { customers, agentIds }: Past): Promise<void> {
  await client.query(
    `insert into crm_lead (id, name, phone, phone_sanitized, user_id, stage_id, source_id, is_open, caller_number)
      overriding system value
    select customer, 'Inbound Call from ' || phone, phone, '+91' || phone, ($2::integer[])[1 + customer % ${AGENTS}],
      (select id from crm_stage where is_won = (customer % 5 = 0) order by sequence limit 1),
      (select id from utm_source limit 1), customer % 5 <> 0, '+91' || phone
    from (select customer, (${FIRST_PHONE} + customer - 1)::text as phone from generate_series(1, $1::bigint) customer) as customers`,
    [customers, agentIds],
  );
  await client.query(
    'insert into phone_number (lead_id, phone_sanitized) select id, phone_sanitized from crm_lead order by id',
  );
  await client.query(`select setval(pg_get_serial_sequence('crm_lead', 'id'), $1)`, [customers]);
}

/** Agents take turns, so that no two calls of one begin in the same second: a call id is its phone and that second. */
async function fillCalls(client: Client, { calls, customers, agentIds }: Past): Promise<void> {
  await client.query(
    `insert into mcube_call_record (call_id, lead_id, user_id, phone_number, phone_sanitized, virtual_number, agent_phone,
      agent_name, group_name, recording_url, call_date, end_date, duration, duration_raw, direction, status, disconnected_by,
      outcome, family, merge_ranks, event_ids, lead_rule, user_rule, assignment)
    select agent_phone || epoch, lead_id, ($3::integer[])[1 + agent], phone, '+91' || phone, virtual_number, agent_phone,
      'Agent ' || agent, 'Integration',
      case when answered then 'https://recordings.example.com/2026/09/6011/' || agent_phone || epoch || '.wav' end,
      call_date, call_date + make_interval(secs => 12 + talk), talk, to_char(make_interval(secs => talk), 'HH24:MI:SS'),
      case when die % 5 = 0 then 'outbound' else 'inbound' end, status, 'Customer',
      case status when 'ANSWER' then 'answered' when 'BUSY' then 'busy' when 'CONGESTION' then 'failed' when 'CANCEL' then 'abandoned' else 'missed' end,
      'cloud', '33333-3--33333333', array[number * 2000, number * 2000 + 1], 'open_lead', 'virtual_number',
      'virtual_number:chosen:' || (1 + agent)
    from (
      select *, (${FIRST_PHONE} + lead_id - 1)::text as phone, (${FIRST_AGENT} + agent)::text as agent_phone,
        (${FIRST_VIRTUAL_NUMBER} + agent % ${VIRTUAL_NUMBERS})::text as virtual_number,
        extract(epoch from call_date)::bigint::text as epoch, status = 'ANSWER' as answered,
        case when status = 'ANSWER' then 20 + die % 400 else 0 end as talk
      from (
        select number, 1 + (hashint8extended(number, 1) & 4294967295) % $2 as lead_id, number % ${AGENTS} as agent, die, ${STATUS} as status,
          (first_day + floor(day)::integer + time '09:30' + (day - floor(day)) * interval '10 hours') at time zone 'Asia/Kolkata' as call_date
        from (
          select number, (hashint8extended(number, 2) & 4294967295) % 2000 as die,
            (number - 1)::double precision * $4 / $1 as day, current_date - $4::integer as first_day
          from generate_series(1, $1::bigint) number
        ) as numbered
      ) as dated
    ) as calls`,
    [calls, customers, agentIds, daysOf(calls)],
  );
}

/** Of 2,000 calls: 1,300 answered, 520 busy, 100 not answered, 79 cancelled, and one of a word that is rare. */
const STATUS = `case when die < 1300 then 'ANSWER' when die < 1820 then 'BUSY' when die < 1920 then 'NOANSWER'
  when die < 1999 then 'CANCEL' else 'CONGESTION' end`;

async function fillRollups(client: Client): Promise<void> {
  await client.query(
    `insert into call_rollup_hour (local_hour, direction, outcome, calls, talk_seconds)
    select date_trunc('hour', call_date at time zone 'Asia/Kolkata'), direction, outcome, count(*), sum(duration)
    from mcube_call_record group by 1, 2, 3 order by 1, 2, 3`,
  );
  await client.query(
    `insert into call_rollup_day (local_day, user_id, virtual_number, direction, outcome, calls, talk_seconds)
    select (call_date at time zone 'Asia/Kolkata')::date, coalesce(user_id, 0), coalesce(virtual_number, ''), direction,
      outcome, count(*), sum(duration)
    from mcube_call_record group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
  );
  await client.query(
    `insert into call_rollup_ring
    select date_bin('15 minutes', call_date, timestamptz 'epoch'), count(*) * 12, 0, count(*), 0, 0, 0
    from mcube_call_record where direction = 'inbound' and outcome = 'answered' group by 1 order by 1`,
  );
  await client.query(
    `insert into lead_rollup
    select date_bin('15 minutes', create_date, timestamptz 'epoch'), count(*), 0 from crm_lead group by 1 order by 1`,
  );
}
