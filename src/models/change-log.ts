import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Change } from './live-change.ts';

/** A place in the order in which changes became visible; written "transaction_id.id". */
export type Position = { transaction_id: string; id: number };

export type ChangeRow = Position & { changes: Change[] };

/** Rows read at once. */
export const READ_AT_ONCE = 500;

/**
 * The next changes after a position, oldest first, and up to another one where given. Only what no transaction that is
 * still running can come before: a row's number is taken before its commit, so commits do not follow the numbers.
 * `held` says that there are changes which wait for such a transaction.
 */
export async function readChanges(
  { kysely }: Database,
  after: Position,
  upTo?: Position,
): Promise<{ rows: ChangeRow[]; held: boolean }> {
  const end = upTo === undefined ? sql`` : sql`and (transaction_id, id) <= (${upTo.transaction_id}::xid8, ${upTo.id})`;
  const found = await sql<(ChangeRow | Record<keyof ChangeRow, null>) & { held: boolean }>`
    select held, change.transaction_id::text, change.id, change.changes
    from (select exists (select from live_change
      where transaction_id >= pg_snapshot_xmin(pg_current_snapshot())) as held) as waiting
    left join lateral (select transaction_id, id, changes from live_change
      where (transaction_id, id) > (${after.transaction_id}::xid8, ${after.id}) ${end}
        and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction_id, id limit ${READ_AT_ONCE}) as change on true
    order by change.transaction_id, change.id`.execute(kysely);
  const rows = found.rows.flatMap(({ transaction_id, id, changes }) =>
    transaction_id === null ? [] : [{ transaction_id, id, changes }],
  );
  return { rows, held: found.rows[0]?.held ?? false };
}

/** The position behind everything that can be read now. */
export async function currentPosition({ kysely }: Database): Promise<Position> {
  const { rows } = await sql<{ transaction_id: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as transaction_id`.execute(kysely);
  return { transaction_id: rows[0]?.transaction_id ?? '0', id: 0 };
}

/**
 * Whether everything after the position is still there. It is when something at or before it is, since the oldest goes
 * first; and when nothing was ever deleted.
 */
export async function isKept({ kysely }: Database, { transaction_id, id }: Position): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from live_change where (transaction_id, id) <= (${transaction_id}::xid8, ${id}))
      or exists (select from live_change where id = 1) or not exists (select from live_change) as kept`.execute(kysely);
  return rows[0]?.kept ?? false;
}

export function writePosition({ transaction_id, id }: Position): string {
  return `${transaction_id}.${id}`;
}

/** Undefined for what is no position. */
export function readPosition(text: string): Position | undefined {
  const [, transaction_id, id] = /^(\d{1,19})\.(\d{1,15})$/.exec(text) ?? [];
  return transaction_id === undefined ? undefined : { transaction_id, id: Number(id) };
}

export function isAfter(one: Position, other: Position): boolean {
  const [mine, theirs] = [BigInt(one.transaction_id), BigInt(other.transaction_id)];
  return mine === theirs ? one.id > other.id : mine > theirs;
}
