import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Change } from './live-change.ts';

/** A row's id is its place in the order in which clients are told, and the id of the event from which they resume. */
export type ChangeRow = { id: number; changes: Change[] };

/** Rows read at once. */
export const READ_AT_ONCE = 500;

/** The committed changes after one place and up to another, oldest first. Some may still come in between: see {@link changePositions}. */
export async function readChanges(
  { prepared }: Database,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select id, changes from live_change where id > ${after} and id <= ${upTo} order by id limit ${READ_AT_ONCE}`.execute(
    prepared,
  );
  return rows;
}

/**
 * `newest`: the last number that was drawn. `settled`: how far changes can be read without one appearing in between later,
 * since numbers are drawn before the commit and commits do not follow them; it may fall back a little, behind what was
 * read already. Must be asked for before reading, in a statement of its own, so that the rows up to there are seen.
 */
export async function changePositions({ prepared }: Database): Promise<{ newest: number; settled: number }> {
  const { rows } = await sql<{ newest: number; settled: number }>`
    select coalesce(pg_sequence_last_value('live_change_id_seq'), 0) as newest, mcube_settled_change_id() as settled`.execute(
    prepared,
  );
  return rows[0] ?? { newest: 0, settled: 0 };
}

/**
 * Whether everything after the position is still there. It is when something at or before it is, since the oldest goes
 * first; and when nothing was ever deleted.
 */
export async function isKept({ prepared }: Database, position: number): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from live_change where id <= ${position})
      or exists (select from live_change where id = 1) or not exists (select from live_change) as kept`.execute(
    prepared,
  );
  return rows[0]?.kept ?? false;
}

/** Undefined for what is no position. */
export function readPosition(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
