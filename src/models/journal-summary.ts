import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** What the journal holds, without reading it: where it has more rows than this, their number is estimated. */
const MOST_ROWS = 10_000;

export type JournalSummary = {
  event_count: number;
  event_count_is_estimate: boolean;
  /** The oldest event that is still kept. */
  first_event_at: Date | null;
  last_event_at: Date | null;
};

export async function summariseJournal({ kysely }: Database): Promise<JournalSummary> {
  const { rows } = await sql<Omit<JournalSummary, 'event_count_is_estimate'> & { rows_counted: number }>`
    select newest.rows_counted,
      (case when newest.rows_counted < ${MOST_ROWS} then newest.events
        else newest.events::double precision / newest.rows_counted
          * greatest(newest.rows_counted, (select reltuples from pg_class where oid = 'webhook_journal'::regclass)) end)::bigint as event_count,
      (select received_at from webhook_journal order by id limit 1) as first_event_at,
      (select received_at from webhook_journal order by id desc limit 1) as last_event_at
    from (select count(*) as rows_counted, coalesce(sum(event_count), 0) as events
      from (select event_count from webhook_journal order by id desc limit ${MOST_ROWS}) as row) as newest`.execute(
    kysely,
  );
  const [{ rows_counted, ...summary } = { ...NOTHING, rows_counted: 0 }] = rows;
  return { ...summary, event_count_is_estimate: rows_counted >= MOST_ROWS };
}

const NOTHING = { event_count: 0, first_event_at: null, last_event_at: null };
