import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import { textArray } from '../db/unnest-rows.ts';

/**
 * Remembers our own numbers (DIDs) as events name them, by normalised number. A number that already reaches a lead is
 * not taken: one wrong payload must not turn a customer into one of our own numbers.
 */
export async function learnVirtualNumbers(tx: Tx, virtualNumbers: ReadonlyMap<string, string>): Promise<void> {
  if (virtualNumbers.size === 0) return;
  const sorted = [...virtualNumbers.keys()].sort();
  await sql`
    insert into mcube_virtual_number (phone_sanitized, virtual_number)
    select seen.phone_sanitized, seen.virtual_number
    from unnest(${sorted}::text[], ${sorted.map((key) => virtualNumbers.get(key))}::text[]) as seen (phone_sanitized, virtual_number)
    where not exists (select from mcube_virtual_number known where known.phone_sanitized = seen.phone_sanitized)
      and not exists (select from phone_number where phone_number.phone_sanitized = seen.phone_sanitized)
    on conflict do nothing`.execute(tx);
}

/** Which of these numbers are our own: virtual numbers, or phones of internal users. They never become leads. */
export async function findOwnNumbers(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  // An office has few numbers: for many callers it is quicker to read them all than to look for every caller three times.
  const found = sql.raw(numbers.length > MANY ? 'materialized' : 'not materialized');
  const { rows } = await sql<{ number: string }>`
    with own as ${found} (
      select phone_sanitized as number from mcube_virtual_number
      union all
      select phone_sanitized from res_users where groups && '{base.group_user,base.group_system}'
      union all
      select virtual_number_sanitized from res_users where groups && '{base.group_user,base.group_system}')
    select number from own where number = any(${textArray(numbers)})`.execute(tx);
  return new Set(rows.map((row) => row.number));
}

const MANY = 200;

export type VirtualNumber = { phone_sanitized: string; virtual_number: string; create_date: Date };

/** The numbers that were learned, in order. */
export async function loadVirtualNumbers({ kysely }: Database): Promise<VirtualNumber[]> {
  const { rows } = await sql<VirtualNumber>`
    select phone_sanitized, virtual_number, create_date from mcube_virtual_number order by phone_sanitized`.execute(
    kysely,
  );
  return rows;
}

/** Forgets one that was learned from a wrong payload; the next event that names it teaches it again. False when it was none. */
export async function forgetVirtualNumber(tx: Tx, number: string): Promise<boolean> {
  const { rows } = await sql`
    delete from mcube_virtual_number where phone_sanitized = ${number} returning phone_sanitized`.execute(tx);
  return rows.length > 0;
}
