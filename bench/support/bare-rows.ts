import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';

/** As many as the service puts into one transaction. */
const ROWS_A_COMMIT = 2_000;

/**
 * Puts the call records there are once more into a table like theirs, all its indexes included, and returns rows a second:
 * what this PostgreSQL can do at most when nobody reads, matches or decides anything.
 */
export async function writeBareRows({ pool, kysely }: Database): Promise<number> {
  await sql`create table bare_call_record (like mcube_call_record including all)`.execute(kysely);
  const { rows } = await sql<{ least: number; most: number; count: number }>`
    select min(id) as least, max(id) as most, count(*) as count from mcube_call_record`.execute(kysely);
  const [{ least, most, count } = { least: 0, most: 0, count: 0 }] = rows;
  const begun = performance.now();
  for (let first = least; first <= most; first += ROWS_A_COMMIT) {
    await pool.query({
      name: 'bare',
      text: 'insert into bare_call_record overriding system value select * from mcube_call_record where id >= $1 and id < $2',
      values: [first, first + ROWS_A_COMMIT],
    });
  }
  return count / ((performance.now() - begun) / 1_000);
}
