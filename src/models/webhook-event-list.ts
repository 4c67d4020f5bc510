import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { EventState } from '../db/tables.ts';
import type { ListDefinition, ListField, ListQuery } from './list.ts';
import { EVENTS_PER_ROW } from './webhook-event.ts';

export type WebhookEventRow = {
  id: number;
  received_at: Date;
  state: EventState;
  reason: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  call_id: string | null;
  call_record_id: number | null;
  payload: string;
};

/** Events by id, whether they are settled or still wait in the journal, which holds what they say. */
export async function loadWebhookEvents(database: Database, ids: readonly number[]): Promise<WebhookEventRow[]> {
  const rows = [...new Set(ids.map((id) => Math.floor(id / EVENTS_PER_ROW)))];
  const { rows: found } = await sql<WebhookEventRow>`
    select told.id, told.received_at, coalesce(event.state, 'received') as state, event.reason,
      coalesce(event.attempts, 0)::integer as attempts, event.next_attempt_at,
      coalesce(record.call_id, event.call_id) as call_id, event.call_record_id, told.payload
    from (${journalEvents(sql`webhook_journal where id = any(${rows}::bigint[])`)}) as told
    left join webhook_event event on event.id = told.id
    left join mcube_call_record record on record.id = event.call_record_id
    where told.id = any(${ids}::bigint[])`.execute(database.kysely);
  return found;
}

const own = (kind: ListField['kind'], name: string, nullable = true): ListField => ({
  kind,
  column: sql.ref(`webhook_event.${name}`),
  nullable,
});

export const WEBHOOK_EVENT_LIST: ListDefinition = {
  table: 'webhook_event',
  from: (page) => sql`(
    select id, received_at, state, reason, attempts::integer, next_attempt_at, call_id, call_record_id from webhook_event
    union all
    select id, received_at, state, reason, attempts, next_attempt_at, call_id, call_record_id
    from (${journalEvents(newestRows(page))}) as pending) as webhook_event`,
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: { ...own('integer', 'id', false), sortable: true },
    received_at: own('time', 'received_at', false),
    state: own('text', 'state', false),
    reason: own('text', 'reason'),
    attempts: own('integer', 'attempts', false),
    next_attempt_at: own('time', 'next_attempt_at'),
    call_id: { ...own('text', 'call_id'), equals: ofCall },
    call_record_id: own('integer', 'call_record_id'),
  },
  search: ({ words }) => ofCall(words),
};

/** Through the call record, which has an index; an event without one is exceptional, and those have an index too. */
function ofCall(callId: unknown): RawBuilder<boolean> {
  return sql`(webhook_event.call_record_id = (select id from mcube_call_record where call_id = ${callId})
    or (webhook_event.state <> 'processed' and webhook_event.call_id = ${callId}))`;
}

/** What journal rows hold, event by event. What call an event tells of is known once it was read. */
function journalEvents(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select journal.id * ${sql.lit(EVENTS_PER_ROW)} + line.place - 1 as id, received_at, 'received'::text as state,
      null::text as reason, 0 as attempts, null::timestamptz as next_attempt_at, null::text as call_id,
      null::bigint as call_record_id, line.payload
    from (select * from ${rows}) as journal
    cross join lateral string_to_table(journal.events, E'\\n') with ordinality as line (payload, place)`;
}

/** Every row holds an event or more, so a page of the newest n is in the newest n rows: a long queue is not read whole. */
function newestRows(page: ListQuery | undefined): RawBuilder<unknown> {
  const newest = page?.sort.every(({ field, descending }) => field === 'id' && descending);
  if (page === undefined || !newest || page.filters.some(({ field }) => field !== 'state'))
    return sql`webhook_journal where not processed`;
  return sql`webhook_journal where not processed order by id desc limit ${page.limit + page.offset}`;
}
