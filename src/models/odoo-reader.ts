import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** What one round of reading begins with; nobody else reads before `leasedUntil`. */
export type ReaderLease = { leasedUntil: Date; lastLongLook: Date | null; checkedLeadId: number };

/** The right to read, unless another process has it. Who does not come back loses it after so many seconds. */
export async function leaseReader({ kysely }: Database, now: Date, seconds: number): Promise<ReaderLease | undefined> {
  const leasedUntil = new Date(now.getTime() + seconds * 1000);
  const { rows } = await sql<{ last_long_look: Date | null; checked_lead_id: number }>`
    update odoo_reader set leased_until = ${leasedUntil} where leased_until <= ${now}
    returning nullif(last_long_look, '-infinity') as last_long_look, checked_lead_id`.execute(kysely);
  return rows[0] && { leasedUntil, lastLongLook: rows[0].last_long_look, checkedLeadId: rows[0].checked_lead_id };
}

export type ReaderNews = { last_read_date?: Date; last_long_look?: Date; checked_lead_id?: number };

/** Gives the right back, with what became of the round. */
export async function releaseReader(
  { kysely }: Database,
  { leasedUntil }: ReaderLease,
  news: ReaderNews,
): Promise<void> {
  await kysely
    .updateTable('odoo_reader')
    .set({ ...news, leased_until: sql`'-infinity'` })
    .where('leased_until', '=', leasedUntil)
    .execute();
}

export type Following = { last_read_date: Date; lag_seconds: number };

/** When everything was read last; null before that has been. */
export async function describeFollowing({ kysely }: Database, now: Date): Promise<Following | null> {
  const row = await kysely.selectFrom('odoo_reader').select('last_read_date').executeTakeFirst();
  const last = row?.last_read_date ?? null;
  if (last === null) return null;
  return { last_read_date: last, lag_seconds: Math.max(0, Math.round((now.getTime() - last.getTime()) / 1000)) };
}
