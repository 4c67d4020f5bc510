import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { EventState } from '../db/tables.ts';
import { type ColumnTypes, unnestRows } from '../db/unnest-rows.ts';

/** An accepted event on its way to becoming a call record. `payload` is its JSON text, without secrets. */
export type InboxEvent = { id: number; received_at: Date; payload: string; attempts: number };

/** What became of an event. */
export type SettledEvent = InboxEvent & {
  state: EventState;
  reason: string | null;
  next_attempt_at: Date | null;
  /** Only where there is no call record to name it. */
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

/** The most events one journal row holds; an event's id is the row's id times this, plus its place. */
export const EVENTS_PER_ROW = 1000;

/**
 * Takes the oldest waiting journal rows that nobody else is taking. If the transaction does not commit, they wait again.
 */
export async function takeFromJournal(tx: Tx, rows: number): Promise<InboxEvent[]> {
  const taken = await sql<{ id: number; received_at: Date; events: string }>`
    update webhook_journal set processed = true where id in
      (select id from webhook_journal where not processed order by id for update skip locked limit ${rows})
    returning id, received_at, events`.execute(tx);
  return taken.rows
    .sort((one, other) => one.id - other.id)
    .flatMap(({ id, received_at, events }) =>
      events
        .split('\n')
        .map((payload, place) => ({ id: id * EVENTS_PER_ROW + place, received_at, payload, attempts: 0 })),
    );
}

/** Locks events whose retry or replay is due: the oldest ones, or only the one with this id. */
export async function takeDueEvents(tx: Tx, now: Date, limit: number, id?: number): Promise<InboxEvent[]> {
  const only = id === undefined ? sql`` : sql`and event.id = ${id}`;
  const { rows } = await sql<InboxEvent>`
    ${SELECT_WITH_PAYLOAD}
    where event.state = 'received' and event.next_attempt_at <= ${now} ${only}
    order by event.id limit ${limit} for update of event skip locked`.execute(tx);
  return rows;
}

/** Makes settled events due again and returns their ids. Events that wait already are left to wait. */
export async function releaseForReplay(tx: Tx, filter: EventFilter, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update webhook_event event set state = 'received', attempts = 0, next_attempt_at = ${now}
    where event.state <> 'received' and ${matches(filter)} returning event.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The oldest settled events of a filter, locked, and how many there are in all. */
export async function lockReplayable(
  tx: Tx,
  filter: EventFilter,
  limit: number,
): Promise<{ events: InboxEvent[]; total: number }> {
  const counted = await sql<{ total: number }>`
    select count(*) as total from webhook_event event where event.state <> 'received' and ${matches(filter)}`.execute(
    tx,
  );
  const { rows } = await sql<InboxEvent>`
    ${SELECT_WITH_PAYLOAD}
    where event.state <> 'received' and ${matches(filter)}
    order by event.id limit ${limit} for update of event`.execute(tx);
  return { events: rows, total: counted.rows[0]?.total ?? 0 };
}

/** Writes what became of events, be they from the journal or from an earlier attempt. */
export async function settleEvents(tx: Tx, events: readonly SettledEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into webhook_event as event (${COLUMN_LIST})
    select ${COLUMN_LIST} from ${unnestRows<Settled>(events, COLUMNS, 'settled')}
    on conflict (id) do update set state = excluded.state, reason = excluded.reason, attempts = excluded.attempts,
      next_attempt_at = excluded.next_attempt_at, call_id = excluded.call_id,
      call_record_id = coalesce(excluded.call_record_id, event.call_record_id)`.execute(tx);
}

type Settled = Omit<SettledEvent, 'payload'>;

const COLUMNS: ColumnTypes<Settled> = {
  id: 'bigint',
  received_at: 'timestamptz',
  state: 'text',
  reason: 'text',
  attempts: 'smallint',
  next_attempt_at: 'timestamptz',
  call_id: 'text',
  call_record_id: 'bigint',
};
const COLUMN_LIST = sql.raw(Object.keys(COLUMNS).join(', '));

/** The payload is the event's line in its journal row; split_part counts from one. */
const SELECT_WITH_PAYLOAD = sql`
  select event.id, event.received_at, event.attempts,
    split_part(journal.events, E'\\n', (event.id % ${sql.lit(EVENTS_PER_ROW)} + 1)::integer) as payload
  from webhook_event event join webhook_journal journal on journal.id = event.id / ${sql.lit(EVENTS_PER_ROW)}`;

function matches({ ids, state, call_id, received_from, received_to }: EventFilter): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (ids !== undefined) conditions.push(sql`event.id = any(${ids}::bigint[])`);
  if (state !== undefined) conditions.push(sql`event.state = ${state}`);
  // Processed events are found by their record; the others are few, and have an index of their own.
  if (call_id !== undefined)
    conditions.push(sql`(event.call_record_id = (select id from mcube_call_record where call_id = ${call_id})
      or (event.state <> 'processed' and event.call_id = ${call_id}))`);
  if (received_from !== undefined) conditions.push(sql`event.received_at >= ${received_from}`);
  if (received_to !== undefined) conditions.push(sql`event.received_at < ${received_to}`);
  return sql.join(conditions, sql` and `);
}
