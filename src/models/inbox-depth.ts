import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

export type InboxDepth = { waiting: number; failed: number; oldest: Date | null };

/** How much waits in the inbox, from when the oldest of it is, and how much has failed for good. */
export async function measureInbox(database: Database): Promise<InboxDepth> {
  const { rows } = await sql<InboxDepth>`
    select
      coalesce((select sum(event_count) from webhook_journal where not processed), 0)::integer
        + (select count(*) from webhook_event where state = 'received')::integer as waiting,
      (select count(*) from webhook_event where state = 'failed')::integer as failed,
      least((select received_at from webhook_journal where not processed order by id limit 1),
            (select min(received_at) from webhook_event where state = 'received')) as oldest`.execute(database.kysely);
  return rows[0] ?? { waiting: 0, failed: 0, oldest: null };
}
