import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import { EVENTS_PER_ROW, PER_ROW } from './event-source.ts';
import type { InboxEvent } from './webhook-event.ts';

/** A request that cannot be a call, as it is kept: its body is without secrets. */
export type RefusedRequest = {
  received_at: Date;
  method: string;
  content_type: string | null;
  body: string;
  body_bytes: number;
  reason: string;
};

const COLUMNS = sql.raw('id, received_at, method, content_type, body, body_bytes, reason');

/** Enough to see what MCUBE sends wrong, and with bodies of at most 64 kB (keep-refusals.ts) never more than 64 MB. */
const MOST_KEPT = 1_000;

/** Keeps a refused request, of all the newest thousand, and returns its id. */
export async function insertRefusal(tx: Tx, request: RefusedRequest): Promise<number> {
  const { received_at, method, content_type, body, body_bytes, reason } = request;
  const { rows } = await sql<{ id: number }>`
    insert into webhook_refusal (${COLUMNS})
    values (nextval(pg_get_serial_sequence('webhook_journal', 'id')) * ${PER_ROW},
      ${received_at}, ${method}, ${content_type}, ${body}, ${body_bytes}, ${reason})
    returning id`.execute(tx);
  await sql`
    delete from webhook_refusal where id <=
      (select id from webhook_refusal order by id desc offset ${MOST_KEPT} limit 1)`.execute(tx);
  const [added] = rows;
  if (added === undefined) throw new Error('an insert returned nothing');
  return added.id;
}

export type KeptRefusal = RefusedRequest & { id: number };

/** Locks refused requests; ids of events, and of nothing, give nothing. */
export async function takeRefusals(tx: Tx, ids: readonly number[]): Promise<KeptRefusal[]> {
  const { rows } = await sql<KeptRefusal>`
    select ${COLUMNS} from webhook_refusal where id = any(${ids}::bigint[]) order by id for update`.execute(tx);
  return rows;
}

/** Makes the events of a refused request a row of the journal, the one whose id it was given. They wait in the inbox. */
export async function acceptRefusal(tx: Tx, { id, received_at }: KeptRefusal, events: string[]): Promise<InboxEvent[]> {
  await sql`
    insert into webhook_journal (id, received_at, event_count, events) overriding system value
    values (${id / EVENTS_PER_ROW}, ${received_at}, ${events.length}, ${events.join('\n')})`.execute(tx);
  await sql`delete from webhook_refusal where id = ${id}`.execute(tx);
  return events.map((payload, place) => ({ id: id + place, received_at, payload, attempts: 0, fresh: true }));
}

export async function forgetRefusals({ kysely }: Database, before: Date): Promise<void> {
  await sql`delete from webhook_refusal where received_at < ${before}`.execute(kysely);
}

/** Refused requests with the columns of selectEvents (event-source.ts). */
export function selectRefusals(): RawBuilder<unknown> {
  return sql`
    select id, received_at, 'refused' as state, reason, 0 as attempts, null::timestamptz as next_attempt_at,
      null::text as call_id, null::bigint as call_record_id, null::text as payload
    from webhook_refusal`;
}

/** How requests came, by the id under which the inbox shows them. */
export async function loadRefusals({ kysely }: Database, ids: readonly number[]): Promise<Map<number, RefusedRequest>> {
  const { rows } = await sql<KeptRefusal>`
    select ${COLUMNS} from webhook_refusal where id = any(${ids}::bigint[])`.execute(kysely);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of those that are kept; all, or since a moment. */
export async function countRefusals({ kysely }: Database, since: Date | '-infinity' = '-infinity'): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from webhook_refusal where received_at >= ${since}`.execute(kysely);
  return rows[0]?.total ?? 0;
}
