import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { textArray } from '../db/unnest-rows.ts';
import type { StoredCallRecord } from './call-record.ts';
import { PER_ROW } from './event-source.ts';

/** Which of these calls a person has deleted. Asked after the records were locked, or one deleted meanwhile is overlooked. */
export async function findDeletedCalls(tx: Tx, callIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (callIds.length === 0) return new Set();
  const { rows } = await sql<{ call_id: string }>`
    select call_id from mcube_call_deleted where call_id = any(${textArray(callIds)})`.execute(tx);
  return new Set(rows.map(({ call_id }) => call_id));
}

/** Locks the events of a record that wait for a replay, as a worker does, before the record: so neither waits for the other. */
export async function lockEventsOfCall(tx: Tx, recordId: number): Promise<void> {
  await sql`
    select from webhook_event where id = any(array(
      select unnest(event_ids) from mcube_call_record where mcube_call_record.id = ${recordId}))
    order by id for update`.execute(tx);
}

/** Remembers that a person deleted the call. Its events name it from now on themselves, since no record does. */
export async function noteDeletedCall(tx: Tx, { call_id, event_ids }: StoredCallRecord, now: Date): Promise<void> {
  await sql`
    insert into mcube_call_deleted (call_id, delete_date) values (${call_id}, ${now})
    on conflict (call_id) do update set delete_date = excluded.delete_date`.execute(tx);
  await sql`
    insert into webhook_event as event (id, received_at, state, attempts, call_id)
    select told.id, journal.received_at, 'processed', 1, ${call_id}
    from (select distinct unnest(${event_ids}::bigint[]) as id) as told
    join webhook_journal journal on journal.id = told.id / ${PER_ROW}
    on conflict (id) do update set call_id = excluded.call_id`.execute(tx);
}

/** These calls have a record again. */
export async function forgetDeletedCalls(tx: Tx, callIds: readonly string[]): Promise<void> {
  if (callIds.length === 0) return;
  await sql`delete from mcube_call_deleted where call_id = any(${textArray(callIds)})`.execute(tx);
}

/** What was deleted so long ago that MCUBE does not come back to it. */
export async function forgetOldDeletions(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('mcube_call_deleted').where('delete_date', '<', before).execute();
}
