import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Direction, Outcome } from '../db/tables.ts';

/** Calls that share a direction and an outcome. `talk_seconds` is their talk time together. */
export type Count = { direction: Direction; outcome: Outcome; calls: number; talk_seconds: number };

/** A period counted in several ways, from the rollups alone: what it costs does not depend on how many calls there are. */
export type Dashboard = {
  /** By day of the configured time zone, as YYYY-MM-DD. */
  days: (Count & { day: string })[];
  /** By hour of the week: weekday 1 is Monday, hour 0 begins at midnight. */
  hours: (Count & { weekday: number; hour: number })[];
  /** By owner; null counts the calls nobody owns. */
  users: (Count & { user_id: number | null; user_name: string | null })[];
  /** By virtual number; null counts the calls that named none. */
  virtual_numbers: (Count & { virtual_number: string | null })[];
  /** Answered inbound calls by how long they rang: up to so many seconds and longer than the one before; null: longer. */
  answer_times: { within_seconds: number | null; calls: number }[];
  /** How long all of these rang together. */
  ring_seconds: number;
  /** Leads by the day on which they were opened, and those by the day on which they were won. */
  leads: { day: string; new_leads: number; won_leads: number }[];
};

/** Counts the calls of the days from `from` up to and with `to`, both YYYY-MM-DD. */
export async function readDashboard(
  { kysely }: Database,
  from: string,
  to: string,
  timeZone: string,
): Promise<Dashboard> {
  const days = sql`call_rollup_day where local_day between ${from}::date and ${to}::date`;
  const hours = sql`call_rollup_hour where local_hour >= ${from}::date and local_hour < ${to}::date + 1`;
  const quarters = sql`quarter_hour >= ${from}::date::timestamp at time zone ${timeZone}
    and quarter_hour < (${to}::date + 1)::timestamp at time zone ${timeZone}`;
  const [byDay, byHour, byUser, byNumber, rings, leads] = await Promise.all([
    // Written out once a day, and not for every row that is counted.
    sql<Dashboard['days'][number]>`
      select to_char(day, 'YYYY-MM-DD') as day, direction, outcome, calls, talk_seconds
      from (${counted({ day: 'local_hour::date' }, hours)}) as counted order by counted.day`.execute(kysely),
    sql<Dashboard['hours'][number]>`
      ${counted({ weekday: "date_part('isodow', local_hour)::integer", hour: "date_part('hour', local_hour)::integer" }, hours)}
      order by weekday, hour`.execute(kysely),
    sql<Dashboard['users'][number]>`
      select counted.*, res_users.name as user_name
      from (${counted({ user_id: 'nullif(user_id, 0)' }, days)}) as counted
      left join res_users on res_users.id = counted.user_id order by calls desc`.execute(kysely),
    sql<Dashboard['virtual_numbers'][number]>`
      ${counted({ virtual_number: "nullif(virtual_number, '')" }, days)} order by calls desc`.execute(kysely),
    readRings(kysely, quarters),
    sql<Dashboard['leads'][number]>`
      select to_char(quarter_hour at time zone ${timeZone}, 'YYYY-MM-DD') as day,
        sum(new_leads)::integer as new_leads, sum(won_leads)::integer as won_leads
      from lead_rollup where ${quarters} group by 1 having sum(new_leads) <> 0 or sum(won_leads) <> 0 order by 1`.execute(
      kysely,
    ),
  ]);
  const calls = { days: byDay.rows, hours: byHour.rows, users: byUser.rows, virtual_numbers: byNumber.rows };
  return { ...calls, ...rings, leads: leads.rows };
}

async function readRings(kysely: Database['kysely'], quarters: RawBuilder<unknown>) {
  const { rows } = await sql<{ ring_seconds: number; calls: number[] }>`
    select coalesce(sum(ring_seconds), 0)::bigint as ring_seconds,
      array[coalesce(sum(within_10), 0), coalesce(sum(within_20), 0), coalesce(sum(within_30), 0), coalesce(sum(within_60), 0),
        coalesce(sum(later), 0)]::integer[] as calls
    from call_rollup_ring where ${quarters}`.execute(kysely);
  const [{ ring_seconds, calls } = { ring_seconds: 0, calls: [] }] = rows;
  const answer_times = [10, 20, 30, 60, null].map((within_seconds, place) => ({
    within_seconds,
    calls: calls[place] ?? 0,
  }));
  return { ring_seconds, answer_times };
}

/** Hours and owners whose last call moved elsewhere stay behind as rows of zero: they are nothing to show. */
function counted(keys: Readonly<Record<string, string>>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = Object.entries(keys).map(([name, expression]) => `${expression} as ${name}`);
  const grouped = Object.values(keys).join(', ');
  return sql`
    select ${sql.raw(columns.join(', '))}, direction, outcome, sum(calls)::bigint as calls, sum(talk_seconds)::bigint as talk_seconds
    from ${rows} group by ${sql.raw(grouped)}, direction, outcome having sum(calls) > 0`;
}
