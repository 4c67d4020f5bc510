import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

export type TeamFields = { name: string; active: boolean };

export async function insertTeam(tx: Tx, fields: Partial<TeamFields> & Pick<TeamFields, 'name'>): Promise<number> {
  const row = { ...fields, name: fields.name.trim() };
  const { id } = await tx.insertInto('crm_team').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such team. */
export async function updateTeam(tx: Tx, id: number, fields: Partial<TeamFields>): Promise<boolean> {
  const updated = await tx
    .updateTable('crm_team')
    .set({ ...fields, write_date: sql`now()` })
    .where('id', '=', id)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
