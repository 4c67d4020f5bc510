import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

type Linked = 'res_users' | 'crm_team' | 'crm_stage' | 'crm_lead';

/** Says that a record here and one in Odoo are the same; null that it has none there any more. */
export async function linkToOdoo(tx: Tx, table: Linked, id: number, odooId: number | null): Promise<void> {
  await sql`update ${sql.table(table)} set odoo_id = ${odooId} where id = ${id}`.execute(tx);
}

/** The record here that is this one of Odoo's. */
export async function findLinked(tx: Tx, table: Linked, odooId: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)} where odoo_id = ${odooId}`.execute(tx);
  return rows[0]?.id;
}
