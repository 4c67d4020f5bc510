import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** How many calls there are. The rollup is kept in the transaction that writes the calls, so its sum is their number. */
export async function countCalls({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(calls), 0)::bigint as total from call_rollup_total`.execute(kysely);
  return rows[0]?.total ?? 0;
}
