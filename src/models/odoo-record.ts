import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';

type Said = Readonly<Record<string, unknown>>;

/** What Odoo said last of these records; those that were never read are missing. */
export async function saidBefore<Said>(
  { kysely }: Pick<Database, 'kysely'> | { kysely: Tx },
  model: string,
  odooIds: readonly number[],
): Promise<Map<number, Said>> {
  const { rows } = await sql<{ odoo_id: number; said: Said }>`
    select odoo_id, said from odoo_record where model = ${model} and odoo_id = any(${odooIds}::integer[])`.execute(
    kysely,
  );
  return new Map(rows.map(({ odoo_id, said }) => [odoo_id, said]));
}

/** Whether records of this model were ever read. */
export async function hasSaid({ kysely }: Database, model: string): Promise<boolean> {
  const { rows } = await sql`select from odoo_record where model = ${model} limit 1`.execute(kysely);
  return rows.length > 0;
}

export async function rememberSaid(
  tx: Tx,
  model: string,
  records: readonly { odoo_id: number; said: Said }[],
): Promise<void> {
  if (records.length === 0) return;
  await sql`
    insert into odoo_record (model, odoo_id, said)
    select ${model}, odoo_id, said from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as told (odoo_id integer, said jsonb)
    on conflict (model, odoo_id) do update set said = excluded.said where odoo_record.said <> excluded.said`.execute(
    tx,
  );
}

/** Those of which Odoo has said something, but that are none of these. */
export async function otherRecords({ kysely }: Database, model: string, odooIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ odoo_id: number }>`
    select odoo_id from odoo_record where model = ${model} and odoo_id <> all(${odooIds}::integer[])
    order by odoo_id`.execute(kysely);
  return rows.map(({ odoo_id }) => odoo_id);
}

export async function forgetRecords(tx: Tx, model: string, odooIds: readonly number[]): Promise<void> {
  await sql`delete from odoo_record where model = ${model} and odoo_id = any(${odooIds}::integer[])`.execute(tx);
}
