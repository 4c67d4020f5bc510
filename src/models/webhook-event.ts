import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { EventState } from '../db/tables.ts';
import { type ColumnTypes, columnList, unnestRows } from '../db/unnest-rows.ts';
import { EVENT_STATE, EVENTS_PER_ROW, eventsOfCall, PAYLOAD, PER_ROW, selectEvents } from './event-source.ts';

/** An accepted event on its way to becoming a call record. `payload` is its JSON text, without secrets. */
export type InboxEvent = {
  id: number;
  received_at: Date;
  payload: string;
  attempts: number;
  /** Whether it comes straight from the journal, or waited as a row of its own. */
  fresh: boolean;
};

/** What became of an event. */
export type SettledEvent = InboxEvent & {
  state: EventState;
  reason: string | null;
  next_attempt_at: Date | null;
  call_id: string | null;
  call_record_id: number | null;
};

/** Which settled events: every condition that is given must hold. */
export type EventFilter = {
  ids?: readonly number[];
  state?: EventState;
  call_id?: string;
  received_from?: Date;
  received_to?: Date;
};

/** Locks the oldest waiting journal rows that nobody else has locked. They wait on until settleEvents is committed. */
export async function takeFromJournal(tx: Tx, rows: number): Promise<InboxEvent[]> {
  const taken = await sql<{ id: number; received_at: Date; events: string }>`
    select id, received_at, events from webhook_journal
    where not processed order by id for update skip locked limit ${rows}`.execute(tx);
  return taken.rows.flatMap(({ id, received_at, events }) =>
    events.split('\n').map((payload, place) => ({
      id: id * EVENTS_PER_ROW + place,
      received_at,
      payload,
      attempts: 0,
      fresh: true,
    })),
  );
}

/** The row of the journal that holds an event. */
export function journalRowOf({ id }: Pick<InboxEvent, 'id'>): number {
  return Math.floor(id / EVENTS_PER_ROW);
}

/** Locks events whose retry or replay is due: the oldest ones, or only the one with this id. */
export async function takeDueEvents(tx: Tx, now: Date, limit: number, id?: number): Promise<InboxEvent[]> {
  const only = id === undefined ? sql`` : sql`and event.id = ${id}`;
  const { rows } = await sql<InboxEvent>`
    select event.id, event.received_at, event.attempts, ${PAYLOAD} as payload, false as fresh
    from webhook_event event join webhook_journal journal on journal.id = event.id / ${PER_ROW}
    where event.state = 'received' and event.next_attempt_at <= ${now} ${only}
    order by event.id limit ${limit} for update of event skip locked`.execute(tx);
  return rows;
}

/** Makes settled events due again and returns their ids. Events that wait already are left to wait. */
export async function releaseForReplay(tx: Tx, filter: EventFilter, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into webhook_event (id, received_at, state, attempts, next_attempt_at, call_id, call_record_id)
    select settled.id, settled.received_at, 'received', 0, ${now}, settled.call_id, settled.call_record_id
    from ${settled(filter)}
    on conflict (id) do update set state = 'received', attempts = 0, next_attempt_at = excluded.next_attempt_at
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The oldest settled events of a filter, and how many there are in all. */
export async function findReplayable(
  tx: Tx,
  filter: EventFilter,
  limit: number,
): Promise<{ events: InboxEvent[]; total: number }> {
  const counted = await sql<{ total: number }>`select count(*) as total from ${settled(filter)}`.execute(tx);
  const { rows } = await sql<InboxEvent>`
    select id, received_at, payload, 0 as attempts, false as fresh from ${settled(filter)} order by id limit ${limit}`.execute(
    tx,
  );
  return { events: rows, total: counted.rows[0]?.total ?? 0 };
}

/**
 * Writes what became of events. Those that were simply processed with their journal row are told in that row; only the
 * others have a row of their own.
 */
export async function settleEvents(tx: Tx, events: readonly SettledEvent[]): Promise<void> {
  const rows = new Map<number, (number | null)[]>();
  for (const event of events) {
    if (!event.fresh) continue;
    const row = journalRowOf(event);
    const records = rows.get(row) ?? [];
    records[event.id % EVENTS_PER_ROW] = event.call_record_id;
    rows.set(row, records);
  }
  const finished = [...rows].map(([id, record_ids]) => ({ id, record_ids }));
  await sql`
    update webhook_journal set processed = true, record_ids = finished.record_ids
    from ${unnestRows(finished, FINISHED_COLUMNS)} as finished where webhook_journal.id = finished.id`.execute(tx);
  const own = events.filter(({ fresh, state }) => !fresh || state !== 'processed');
  if (own.length === 0) return;
  await sql`
    insert into webhook_event as event (${COLUMN_LIST})
    select ${COLUMN_LIST} from ${unnestRows<OwnRow>(own, COLUMNS)} as own
    on conflict (id) do update set state = excluded.state, reason = excluded.reason, attempts = excluded.attempts,
      next_attempt_at = excluded.next_attempt_at, call_id = coalesce(excluded.call_id, event.call_id),
      call_record_id = coalesce(excluded.call_record_id, event.call_record_id)`.execute(tx);
}

const FINISHED_COLUMNS = { id: 'bigint', record_ids: 'bigint[]' } as const;

type OwnRow = Omit<SettledEvent, 'payload' | 'fresh'>;

const COLUMNS: ColumnTypes<OwnRow> = {
  id: 'bigint',
  received_at: 'timestamptz',
  state: 'text',
  reason: 'text',
  attempts: 'smallint',
  next_attempt_at: 'timestamptz',
  call_id: 'text',
  call_record_id: 'bigint',
};
const COLUMN_LIST = columnList(COLUMNS);

/** The settled events of a filter as a table, found by the condition that names the fewest. */
function settled({ ids, state, call_id, received_from, received_to }: EventFilter): RawBuilder<unknown> {
  const conditions = [sql`${EVENT_STATE} <> 'received'`];
  if (ids !== undefined) conditions.push(sql`told.id = any(${ids}::bigint[])`);
  if (state !== undefined) conditions.push(sql`${EVENT_STATE} = ${state}`);
  if (received_from !== undefined) conditions.push(sql`journal.received_at >= ${received_from}`);
  if (received_to !== undefined) conditions.push(sql`journal.received_at < ${received_to}`);
  const named =
    ids !== undefined
      ? sql`select unnest(${ids}::bigint[])`
      : call_id !== undefined
        ? eventsOfCall(call_id)
        : state === 'failed' || state === 'ignored'
          ? sql`select id from webhook_event where state = ${state}`
          : sql`select row.id * ${PER_ROW} + generate_series(0, row.event_count - 1) from webhook_journal row
              where row.received_at >= ${received_from ?? '-infinity'} and row.received_at < ${received_to ?? 'infinity'}`;
  return sql`(${selectEvents(named)} where ${sql.join(conditions, sql` and `)}) as settled`;
}
