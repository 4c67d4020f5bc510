import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { CALLS_BY_DAY, CALLS_BY_HOUR, onRollup } from './call-rollup-filters.ts';
import { type ListQuery, whereAll } from './list.ts';

/** How many calls there are. The rollups are kept in the transactions that write the calls, so their sum is their number. */
export async function countCalls({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(calls), 0)::bigint as total from call_rollup_total`.execute(kysely);
  return rows[0]?.total ?? 0;
}

/** How many there are of some calls; undefined where no rollup knows it. */
export async function countSomeCalls(
  database: Database,
  query: Pick<ListQuery, 'filters' | 'search'>,
  timeZone: string,
): Promise<number | undefined> {
  if (query.filters.length === 0 && query.search === undefined) return await countCalls(database);
  for (const rollup of [CALLS_BY_HOUR, CALLS_BY_DAY]) {
    const conditions = onRollup(rollup, query, timeZone);
    if (conditions === undefined) continue;
    const { rows } = await sql<{ total: number }>`
      select coalesce(sum(calls), 0)::bigint as total from ${sql.table(rollup.table)}
      ${whereAll(conditions)}`.execute(database.kysely);
    return rows[0]?.total;
  }
  return undefined;
}
