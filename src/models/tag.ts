import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** `color` as Odoo numbers its palette, 0 to 11. */
export type TagFields = { name: string; color: number };

export async function insertTag(tx: Tx, { name, color = 0 }: Partial<TagFields> & Pick<TagFields, 'name'>) {
  const { rows } = await sql<{ id: number }>`
    insert into crm_tag (name, color) values (${name.trim()}, ${color}) returning id`.execute(tx);
  const [inserted] = rows;
  if (inserted === undefined) throw new Error('a tag was not inserted');
  return inserted.id;
}

/** False when there is no such tag. */
export async function updateTag(tx: Tx, id: number, { name, color }: Partial<TagFields>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update crm_tag set name = coalesce(${name?.trim() ?? null}, name), color = coalesce(${color ?? null}, color)
    where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Takes the tag off everything that bears it. False when there is no such tag. */
export async function deleteTag(tx: Tx, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from crm_tag where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}
