import { type RawBuilder, sql } from 'kysely';

/** The most events one journal row holds; an event's id is the row's id times this, plus its place. */
export const EVENTS_PER_ROW = 1000;
export const PER_ROW = sql.lit(EVENTS_PER_ROW);

/** An event's payload is its line in its journal row; split_part counts from one. */
export const PAYLOAD = payloadOf(sql.ref('event.id'));

/** An event without a row of its own was processed with its journal row, or waits with it. */
export const EVENT_STATE = sql`coalesce(event.state, case when journal.processed then 'processed' else 'received' end)`;

/**
 * Events, from the journal that holds what they say and the row of their own that some have. `told` is a select of the ids
 * that matter; ids of no event give nothing. The aliases told, journal and event may be used in a where that follows.
 */
export function selectEvents(told: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select told.id, journal.received_at, ${EVENT_STATE} as state, event.reason,
      coalesce(event.attempts, case when journal.processed then 1 else 0 end)::integer as attempts, event.next_attempt_at,
      coalesce(record.call_id, event.call_id) as call_id, record.id as call_record_id,
      ${payloadOf(sql.ref('told.id'))} as payload
    from (${told}) as told (id)
    join webhook_journal journal on journal.id = told.id / ${PER_ROW} and told.id % ${PER_ROW} < journal.event_count
    left join webhook_event event on event.id = told.id
    left join mcube_call_record record
      on record.id = coalesce(event.call_record_id, journal.record_ids[told.id % ${PER_ROW} + 1])`;
}

/** The ids of all events of a call: those its record names, and those that made none. */
export function eventsOfCall(callId: unknown): RawBuilder<unknown> {
  return sql`
    select unnest(event_ids) from mcube_call_record where call_id = ${callId}
    union select id from webhook_event where call_id = ${callId}`;
}

function payloadOf(id: RawBuilder<unknown>): RawBuilder<string> {
  return sql`split_part(journal.events, E'\\n', (${id} % ${PER_ROW} + 1)::integer)`;
}
