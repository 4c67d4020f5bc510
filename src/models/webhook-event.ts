import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { EventState } from '../db/tables.ts';

/** An accepted event on its way to becoming a call record. `payload` is its JSON text, without secrets. */
export type InboxEvent = { id: number; received_at: Date; payload: string; attempts: number };

/** What became of an event. */
export type SettledEvent = InboxEvent & {
  state: EventState;
  reason: string | null;
  next_attempt_at: Date | null;
  call_id: string | null;
  call_record_id: number | null;
};

/** The most events one journal row holds; an event's id is the row's id times this, plus its place. */
export const EVENTS_PER_ROW = 1000;

/**
 * Takes the oldest journal rows that nobody else is taking out of the journal. If the transaction does not commit, they
 * are back.
 */
export async function takeFromJournal(tx: Tx, rows: number): Promise<InboxEvent[]> {
  const taken = await sql<{ id: number; received_at: Date; events: string }>`
    delete from webhook_journal where id in
      (select id from webhook_journal order by id for update skip locked limit ${rows})
    returning id, received_at, events`.execute(tx);
  return taken.rows
    .sort((one, other) => one.id - other.id)
    .flatMap((row) =>
      row.events
        .split('\n')
        .map((payload, place) => ({
          id: row.id * EVENTS_PER_ROW + place,
          received_at: row.received_at,
          payload,
          attempts: 0,
        })),
    );
}

/** Locks events whose retry or replay is due: the oldest ones, or only the one with this id. */
export async function takeDueEvents(tx: Tx, now: Date, limit: number, id?: number): Promise<InboxEvent[]> {
  return await tx
    .selectFrom('webhook_event')
    .select(['id', 'received_at', 'payload', 'attempts'])
    .where('state', '=', 'received')
    .where('next_attempt_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Writes what became of events, be they from the journal or from an earlier attempt. */
export async function settleEvents(tx: Tx, events: readonly SettledEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into webhook_event as event (${COLUMN_LIST})
    select ${COLUMN_LIST} from json_to_recordset(${JSON.stringify(events)}::json) as settled ${TYPED_COLUMNS}
    on conflict (id) do update set state = excluded.state, reason = excluded.reason, attempts = excluded.attempts,
      next_attempt_at = excluded.next_attempt_at, call_id = excluded.call_id,
      call_record_id = coalesce(excluded.call_record_id, event.call_record_id)`.execute(tx);
}

const COLUMN_LIST = sql.raw(
  'id, received_at, state, reason, attempts, next_attempt_at, call_id, call_record_id, payload',
);
const TYPED_COLUMNS = sql.raw(
  '(id bigint, received_at timestamptz, state text, reason text, attempts smallint, next_attempt_at timestamptz, call_id text, call_record_id bigint, payload text)',
);
