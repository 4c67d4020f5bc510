import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** What is here of the calls of one day of the office. */
export type DayHere = {
  /** YYYY-MM-DD. */
  day: string;
  from: Date;
  until: Date;
  /** Calls that are recorded, by when they began. */
  recorded: number;
  /** Of these: not in Odoo yet, or never by themselves. */
  undelivered: number;
  refused: number;
  /** Calls that were received that day, of which there is no record: waiting in the inbox, failed, deleted here since. */
  inbox: number;
  failed: number;
  deleted: number;
};

/** The last days, the newest first. */
export async function countDays(
  { kysely }: Database,
  { days, timeZone, now }: { days: number; timeZone: string; now: Date },
): Promise<DayHere[]> {
  const dayOf = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone ${timeZone})::date`;
  const { rows } = await sql<DayHere>`
    with span as (
      select day::date as day, day at time zone ${timeZone} as "from", (day + interval '1 day') at time zone ${timeZone} as until
      from generate_series(${dayOf(sql`${now}::timestamptz`)} - ${days - 1}::integer, ${dayOf(sql`${now}::timestamptz`)}, interval '1 day')
        as day),
    first as (select min("from") as moment from span),
    calls as (
      select ${dayOf(sql`call.call_date`)} as day, count(*) as recorded,
        count(*) filter (where delivery.odoo_id is null and coalesce(delivery.state, '') <> 'failed') as undelivered,
        count(*) filter (where delivery.odoo_id is null and delivery.state = 'failed') as refused
      from first, mcube_call_record call
        left join odoo_delivery delivery on delivery.model = 'mcube.call.record' and delivery.record_id = call.id
      where call.call_date >= first.moment group by 1),
    unprocessed as (
      select ${dayOf(sql`received_at`)} as day, sum(event_count) as events
      from webhook_journal, first where not processed and received_at >= first.moment group by 1),
    unrecorded as (
      select ${dayOf(sql`event.received_at`)} as day,
        count(distinct coalesce(call_id, event.id::text)) filter (where state = 'received') as waiting,
        count(distinct coalesce(call_id, event.id::text)) filter (where state = 'failed') as failed
      from webhook_event event, first
      where event.received_at >= first.moment and state in ('received', 'failed') and call_record_id is null group by 1),
    deleted as (
      select ${dayOf(sql`journal.received_at`)} as day, count(distinct told.id) as calls
      from first, webhook_journal journal, unnest(journal.record_ids) as told (id)
      where journal.received_at >= first.moment and told.id is not null
        and not exists (select from mcube_call_record call where call.id = told.id) group by 1)
    select to_char(span.day, 'YYYY-MM-DD') as day, span."from", span.until,
      coalesce(calls.recorded, 0) as recorded, coalesce(calls.undelivered, 0) as undelivered,
      coalesce(calls.refused, 0) as refused, coalesce(unprocessed.events, 0) + coalesce(unrecorded.waiting, 0) as inbox,
      coalesce(unrecorded.failed, 0) as failed, coalesce(deleted.calls, 0) as deleted
    from span left join calls using (day) left join unprocessed using (day) left join unrecorded using (day)
      left join deleted using (day)
    order by day desc`.execute(kysely);
  return rows;
}
