import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { EventState } from '../db/tables.ts';
import { eventsOfCall, PER_ROW, selectEvents } from './event-source.ts';
import type { ListDefinition, ListField, ListQuery, Value } from './list.ts';
import { countRefusals, loadRefusals, type RefusedRequest, selectRefusals } from './webhook-refusal.ts';

export type WebhookEventRow = {
  id: number;
  received_at: Date;
  /** What was refused never became an event; it stands among them because people look for it there. */
  state: EventState | 'refused';
  reason: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  call_id: string | null;
  call_record_id: number | null;
  /** Null for what was refused. */
  payload: string | null;
  /** How it came, where it was refused. */
  request: RefusedRequest | null;
};

/** Events by id, whatever became of them, and refused requests. */
export async function loadWebhookEvents(database: Database, ids: readonly number[]): Promise<WebhookEventRow[]> {
  const [{ rows }, refused] = await Promise.all([
    sql<Omit<WebhookEventRow, 'request'>>`
      ${selectEvents(sql`select unnest(${ids}::bigint[])`)}
      union all select * from (${selectRefusals()}) as refused where id = any(${ids}::bigint[])`.execute(
      database.kysely,
    ),
    loadRefusals(database, ids),
  ]);
  return rows.map((row) => ({ ...row, request: refused.get(row.id) ?? null }));
}

/** An event that is repeated more often than this tells nothing new. */
const MOST_OF_RECORD = 500;

/** The events that a call record names, oldest first. */
export async function loadEventsOfRecord(database: Database, recordId: number): Promise<RecordedEvent[]> {
  const named = sql`
    select id from (select unnest(event_ids) as id from mcube_call_record where id = ${recordId}) as named
    order by id limit ${MOST_OF_RECORD}`;
  const { rows } = await sql<RecordedEvent>`${selectEvents(named)} order by told.id`.execute(database.kysely);
  return rows;
}

type RecordedEvent = Omit<WebhookEventRow, 'state' | 'payload' | 'request'> & { state: EventState; payload: string };

const own = (kind: ListField['kind'], name: string, nullable = true): ListField => ({
  kind,
  column: sql.ref(`webhook_event.${name}`),
  nullable,
});

export const WEBHOOK_EVENT_LIST: ListDefinition = {
  table: 'webhook_event',
  from: (query, counting) => sql`
    (${selectEvents(candidates(query, counting))} union all ${selectRefusals()}) as webhook_event`,
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: { ...own('integer', 'id', false), sortable: true },
    received_at: own('time', 'received_at', false),
    state: own('text', 'state', false),
    reason: own('text', 'reason'),
    attempts: own('integer', 'attempts', false),
    next_attempt_at: own('time', 'next_attempt_at'),
    call_id: own('text', 'call_id'),
    call_record_id: own('integer', 'call_record_id'),
  },
  search: ({ words, phone }) => sql`
    (webhook_event.call_id = ${words} or webhook_event.call_record_id in (select id from (${callsOfNumber(phone)}) as theirs))`,
  async countKept(database, { filters, search }) {
    if (filters.length > 0 || search !== undefined) return undefined;
    const { rows } = await sql<{ total: number }>`
      select coalesce(sum(event_count), 0) as total from webhook_journal`.execute(database.kysely);
    return Number(rows[0]?.total ?? 0) + (await countRefusals(database));
  },
};

/** Ids among which everything that a query asks for must be: as few as its filters allow. */
function candidates(query: ListQuery, counting: boolean): RawBuilder<unknown> {
  const [id] = equals(query, 'id');
  if (id !== undefined) return sql`select ${id}::bigint`;
  const [callId] = equals(query, 'call_id');
  if (callId !== undefined) return eventsOfCall(callId);
  if (query.search !== undefined) {
    const { words, phone } = query.search;
    return sql`${eventsOfCall(words)} union select unnest(event_ids) from (${callsOfNumber(phone)}) as theirs`;
  }
  const [record] = equals(query, 'call_record_id');
  if (record !== undefined) return sql`select unnest(event_ids) from mcube_call_record where id = ${record}`;
  const [state] = equals(query, 'state');
  if (state === 'failed' || state === 'ignored') return sql`select id from webhook_event where state = ${state}`;
  if (state === 'refused') return sql`select null::bigint`;
  if (state === 'received')
    return sql`select id from webhook_event where state = 'received' union all ${placesOf(sql`webhook_journal where not processed`)}`;
  const onlyNewest = query.sort.every(({ field, descending }) => field === 'id' && descending);
  if (counting || !onlyNewest || query.filters.length > 0) return placesOf(sql`webhook_journal`);
  // Every row holds an event or more, so a page of the newest n events is in the newest n rows.
  return placesOf(sql`webhook_journal order by id desc limit ${query.limit + query.offset}`);
}

/** A customer's newest calls, so many that whoever asks what came of them need not go on. */
const MOST_CALLS = 200;

function callsOfNumber(phone: string | null): RawBuilder<unknown> {
  return sql`
    select id, event_ids from mcube_call_record where phone_sanitized = ${phone}
    order by call_date desc limit ${MOST_CALLS}`;
}

function placesOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select row.id * ${PER_ROW} + generate_series(0, row.event_count - 1) from (select id, event_count from ${rows}) as row`;
}

/** The only value that a field may have, where the query names one. */
function equals(query: ListQuery, field: string): Exclude<Value, null>[] {
  return query.filters.flatMap((filter) => {
    const [value = null, ...others] = filter.values;
    return filter.field === field && filter.operator === 'eq' && value !== null && others.length === 0 ? [value] : [];
  });
}
