import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { OdooModel } from '../db/odoo-tables.ts';

/** A delivery that is due. Only one process at a time delivers (services/odoo/turn.ts), so nobody else has it. */
export type DueDelivery = {
  id: number;
  record_id: number;
  changed: number;
  attempts: number;
  announced: boolean;
  /** The call was deleted here: it is to be deleted there. */
  deleted_call_id: string | null;
};

/** The longest due first: what has never been tried, in the order in which it happened. */
export async function takeLeadDeliveries({ kysely }: Database, now: Date, limit: number): Promise<DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    select ${COLUMNS} from odoo_delivery where model = 'crm.lead' and state = 'waiting' and next_attempt_at <= ${now}
    order by next_attempt_at, id limit ${limit}`.execute(kysely);
  return rows;
}

/** The same for calls whose lead is in Odoo already, or that have none. */
export async function takeCallDeliveries({ kysely }: Database, now: Date, limit: number): Promise<DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    select ${COLUMNS} from odoo_delivery
      left join mcube_call_record call on call.id = record_id
      left join crm_lead lead on lead.id = call.lead_id
    where model = 'mcube.call.record' and state = 'waiting' and next_attempt_at <= ${now}
      and (call.lead_id is null or lead.odoo_id is not null)
    order by next_attempt_at, odoo_delivery.id limit ${limit}`.execute(kysely);
  return rows;
}

const COLUMNS = sql`odoo_delivery.id, record_id, changed, attempts, announced, deleted_call_id`;

/** Calls wait for leads that Odoo no longer has, and that nobody is bringing there: those become due again. */
export async function renewLeadsOfWaitingCalls({ kysely }: Database): Promise<void> {
  await sql`
    select renew_odoo_deliveries('crm.lead', array(
      select distinct lead.id::bigint from odoo_delivery
        join mcube_call_record call on call.id = record_id
        join crm_lead lead on lead.id = call.lead_id and lead.odoo_id is null
      where model = 'mcube.call.record' and state = 'waiting' and not exists
        (select from odoo_delivery known where known.model = 'crm.lead' and known.record_id = lead.id and known.state <> 'delivered')
      order by 1 limit 1000))`.execute(kysely);
}

export type Delivered = { delivery: DueDelivery; odoo_id: number | null; announced: boolean };

/**
 * Writes down what Odoo has now. What changed meanwhile goes on waiting. Rows that are just being changed are left alone:
 * whoever writes calls holds several of them, and two who wait for each other would end one of both.
 */
export async function settleDelivered({ kysely }: Database, delivered: readonly Delivered[], now: Date): Promise<void> {
  if (delivered.length === 0) return;
  const told = delivered.map(({ delivery: { id, changed }, odoo_id, announced }) => ({
    id,
    changed,
    odoo_id,
    announced,
  }));
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as told (id bigint, changed bigint, odoo_id integer, announced boolean)),
    free as materialized (
      select id from odoo_delivery where id in (select id from told) order by id for update skip locked)
    update odoo_delivery set
      state = case when odoo_delivery.changed = told.changed then 'delivered' else 'waiting' end,
      odoo_id = told.odoo_id, announced = odoo_delivery.announced or told.announced, delivered_date = ${now},
      attempts = 0, next_attempt_at = '-infinity', reason = null, fix = null
    from told join free using (id) where odoo_delivery.id = told.id`.execute(kysely);
}

/** Of deleted calls, once Odoo has them no longer. */
export async function forgetDeliveries({ kysely }: Database, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql`delete from odoo_delivery where id = any(${ids}::bigint[])`.execute(kysely);
}

export type NotDelivered = { reason: string; fix: string } & (
  | { state: 'waiting'; next_attempt_at: Date }
  | { state: 'failed' }
);

/** Says why a record is not in Odoo, unless it has changed since: then it is due anew. */
export async function settleNotDelivered(
  { kysely }: Database,
  { id, changed, attempts }: DueDelivery,
  outcome: NotDelivered,
): Promise<void> {
  await kysely
    .updateTable('odoo_delivery')
    .set({ ...outcome, attempts: attempts + 1 })
    .where('id', '=', id)
    .where('changed', '=', changed)
    .execute();
}

/**
 * Gives records that were there before the connection their delivery, so many at a time, leads first and the newest first.
 * Their calls are not told in the chatter: that is for what happens from now on. False when none is left.
 */
export async function enqueueOlder({ kysely }: Database, now: Date, limit: number): Promise<boolean> {
  return (
    (await enqueueSlice(kysely, 'crm.lead', now, limit)) ||
    (await enqueueSlice(kysely, 'mcube.call.record', now, limit))
  );
}

async function enqueueSlice(kysely: Database['kysely'], model: OdooModel, now: Date, limit: number): Promise<boolean> {
  const [table, left] = SLICES[model];
  const { rows } = await sql<{ more: boolean }>`
    with connection as (select ${sql.ref(left)} as upto from odoo_connection where ${sql.ref(left)} > 0 for update),
    slice as (
      select record.id from connection, ${sql.table(table)} record where record.id <= upto order by record.id desc limit ${limit}),
    enqueued as (
      insert into odoo_delivery (model, record_id, next_attempt_at, announced) select ${model}, id, ${now}, true from slice
      on conflict (model, record_id) do nothing)
    update odoo_connection set ${sql.ref(left)} = coalesce((select min(id) - 1 from slice), 0)
    where exists (select from connection) returning true as more`.execute(kysely);
  return rows.length > 0;
}

const SLICES = {
  'crm.lead': ['crm_lead', 'leads_left'],
  'mcube.call.record': ['mcube_call_record', 'calls_left'],
} as const;

export type OdooQueue = { waiting: number; failed: number; oldest_waiting_date: Date | null };

/** Of calls of before the connection; counting millions takes longer than anybody waits. */
const MOST_COUNTED = 100_000;

/** What waits to go to Odoo, records of before the connection that are not yet looked at among it. */
export async function measureOdooQueue({ kysely }: Database): Promise<OdooQueue> {
  const { rows } = await sql<OdooQueue>`
    select waiting.count + coalesce(left_over.count, 0) as waiting, oldest as oldest_waiting_date,
      (select count(*) from odoo_delivery where state = 'failed') as failed
    from (select count(*), min(waiting_date) as oldest from odoo_delivery where state = 'waiting') as waiting
      left join (
        select (select count(*) from crm_lead where id <= leads_left)
          + (select count(*) from (select from mcube_call_record where id <= calls_left limit ${MOST_COUNTED}) as older) as count
        from odoo_connection) as left_over on true`.execute(kysely);
  return rows[0] ?? { waiting: 0, failed: 0, oldest_waiting_date: null };
}

/** Makes deliveries due at once, from the first attempt on; says how many. What is just being changed becomes due by itself. */
export async function replayDeliveries(
  { kysely }: Database,
  which: { ids: readonly number[] } | { state: 'failed' },
): Promise<number> {
  const named = 'ids' in which ? sql`id = any(${which.ids}::bigint[])` : sql`state = 'failed'`;
  const { numAffectedRows } = await sql`
    with named as materialized (select id from odoo_delivery where ${named} order by id for update skip locked)
    update odoo_delivery set state = 'waiting', attempts = 0, next_attempt_at = '-infinity', reason = null, fix = null,
      waiting_date = case when state = 'waiting' then waiting_date else now() end
    from named where odoo_delivery.id = named.id`.execute(kysely);
  return Number(numAffectedRows ?? 0n);
}

/** Why deliveries failed, the most frequent first. */
export async function countFailures({ kysely }: Database): Promise<{ reason: string; fix: string; count: number }[]> {
  const { rows } = await sql<{ reason: string; fix: string; count: number }>`
    select reason, fix, count(*) from odoo_delivery where state = 'failed' group by 1, 2 order by 3 desc limit 5`.execute(
    kysely,
  );
  return rows;
}
