import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Direction, Outcome } from '../db/tables.ts';

/** Calls that share a direction and an outcome. `talk_seconds` is their talk time together. */
export type Count = { direction: Direction; outcome: Outcome; calls: number; talk_seconds: number };

/** A period counted in four ways, from the rollups alone: what it costs does not depend on how many calls there are. */
export type Dashboard = {
  /** By day of the configured time zone, as YYYY-MM-DD. */
  days: (Count & { day: string })[];
  /** By hour of the week: weekday 1 is Monday, hour 0 begins at midnight. */
  hours: (Count & { weekday: number; hour: number })[];
  /** By owner; null counts the calls nobody owns. */
  users: (Count & { user_id: number | null; user_name: string | null })[];
  /** By virtual number; null counts the calls that named none. */
  virtual_numbers: (Count & { virtual_number: string | null })[];
};

/** Counts the calls of the days from `from` up to and with `to`, both YYYY-MM-DD. */
export async function readDashboard({ kysely }: Database, from: string, to: string): Promise<Dashboard> {
  const days = sql`call_rollup_day where local_day between ${from}::date and ${to}::date`;
  const hours = sql`call_rollup_hour where local_hour >= ${from}::date and local_hour < ${to}::date + 1`;
  const [byDay, byHour, byUser, byNumber] = await Promise.all([
    sql<Dashboard['days'][number]>`
      ${counted({ day: "to_char(local_hour, 'YYYY-MM-DD')" }, hours)} order by day`.execute(kysely),
    sql<Dashboard['hours'][number]>`
      ${counted({ weekday: 'extract(isodow from local_hour)::integer', hour: 'extract(hour from local_hour)::integer' }, hours)}
      order by weekday, hour`.execute(kysely),
    sql<Dashboard['users'][number]>`
      select counted.*, res_users.name as user_name
      from (${counted({ user_id: 'nullif(user_id, 0)' }, days)}) as counted
      left join res_users on res_users.id = counted.user_id order by calls desc`.execute(kysely),
    sql<Dashboard['virtual_numbers'][number]>`
      ${counted({ virtual_number: "nullif(virtual_number, '')" }, days)} order by calls desc`.execute(kysely),
  ]);
  return { days: byDay.rows, hours: byHour.rows, users: byUser.rows, virtual_numbers: byNumber.rows };
}

/** Hours and owners whose last call moved elsewhere stay behind as rows of zero: they are nothing to show. */
function counted(keys: Readonly<Record<string, string>>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = Object.entries(keys).map(([name, expression]) => `${expression} as ${name}`);
  const grouped = Object.values(keys).join(', ');
  return sql`
    select ${sql.raw(columns.join(', '))}, direction, outcome, sum(calls)::bigint as calls, sum(talk_seconds)::bigint as talk_seconds
    from ${rows} group by ${sql.raw(grouped)}, direction, outcome having sum(calls) > 0`;
}
