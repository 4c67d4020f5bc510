import { sql } from 'kysely';
import type { Tx } from '../../../db/database.ts';
import { settleOpennessIn } from '../../../models/lead.ts';
import { linkToOdoo } from '../../../models/odoo-link.ts';
import { type OdooStage, type OdooStageRow, readStageRow, STAGE_FIELDS } from '../../../odoo/reading/people-rows.ts';
import type { FollowParts } from './follow-parts.ts';
import { type FollowedModel, followRecords } from './follow-records.ts';
import { readAll } from './read-all.ts';

/** The stages of Odoo's pipeline are those of ours: their names, their order, and which of them are won. */
export async function followStages(parts: FollowParts): Promise<number> {
  const rows = await readAll(parts.transport, 'crm.stage', STAGE_FIELDS);
  return await followRecords(parts, STAGES, rows.map(readStageRow));
}

const STAGES: FollowedModel<OdooStageRow, OdooStage> = {
  model: 'crm.stage',
  ownWork: new Set(['sequence']),
  async find(tx, { id, said }) {
    const linked = await findStage(tx, sql`odoo_id = ${id}`);
    if (linked !== undefined) return linked;
    // The stages that we start with have the names of Odoo's own.
    const twin = await findStage(
      tx,
      sql`odoo_id is null and lower(name) = lower(${said.name}) and is_won = ${said.is_won}`,
    );
    if (twin !== undefined) await linkToOdoo(tx, 'crm_stage', twin.id, id);
    return twin;
  },
  async create(tx, { id, said }) {
    const made = await tx
      .insertInto('crm_stage')
      .values({ ...said, odoo_id: id })
      .returning('id')
      .executeTakeFirst();
    return made?.id;
  },
  async change(tx, id, changes) {
    await tx.updateTable('crm_stage').set(changes).where('id', '=', id).execute();
    if (changes.is_won !== undefined) await settleOpennessIn(tx, id);
    return [];
  },
  async leave(tx, odooId) {
    const stage = await findStage(tx, sql`odoo_id = ${odooId}`);
    if (stage === undefined) return undefined;
    const { rows } = await sql`select from crm_lead where stage_id = ${stage.id} limit 1`.execute(tx);
    if (rows.length === 0) await tx.deleteFrom('crm_stage').where('id', '=', stage.id).execute();
    else await linkToOdoo(tx, 'crm_stage', stage.id, null);
    return { id: stage.id };
  },
};

async function findStage(
  tx: Tx,
  condition: ReturnType<typeof sql>,
): Promise<{ id: number; here: OdooStage } | undefined> {
  const { rows } = await sql<{ id: number } & OdooStage>`
    select id, name, sequence, is_won from crm_stage where ${condition} order by id limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id, ...here } = row;
  return { id, here };
}
