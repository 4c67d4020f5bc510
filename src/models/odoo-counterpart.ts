import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** Who is who on both sides: by Odoo's ids the ones here, and the other way round. */
export type Counterparts = { readonly here: ReadonlyMap<number, number>; readonly inOdoo: ReadonlyMap<number, number> };

/** All of a table: users, teams and stages are few. */
export async function loadCounterparts(tx: Tx, table: 'res_users' | 'crm_team' | 'crm_stage'): Promise<Counterparts> {
  const { rows } = await sql<{ id: number; odoo_id: number }>`
    select id, odoo_id from ${sql.table(table)} where odoo_id is not null`.execute(tx);
  return {
    here: new Map(rows.map(({ id, odoo_id }) => [odoo_id, id])),
    inOdoo: new Map(rows.map(({ id, odoo_id }) => [id, odoo_id])),
  };
}

/** The id of somebody or something in Odoo; one that Odoo does not have counts as a negative one, to differ from all it has. */
export function inOdooTerms(id: number | null, { inOdoo }: Counterparts): number | null {
  return id === null ? null : (inOdoo.get(id) ?? -id);
}

/** From here on changes are Odoo's own, and do not go out to it again (migrations/0011_odoo.sql). Until the transaction ends. */
export async function markFromOdoo(tx: Tx): Promise<void> {
  await sql`select set_config('mcube.from_odoo', 'on', true)`.execute(tx);
}
