import { sql } from 'kysely';
import type { Tx } from '../../../db/database.ts';
import { say } from '../../../kernel/sentences.ts';
import { findLinked, linkToOdoo } from '../../../models/odoo-link.ts';
import { insertTeam, updateTeam } from '../../../models/team.ts';
import { type OdooTeam, type OdooTeamRow, readTeamRow, TEAM_FIELDS } from '../../../odoo/reading/people-rows.ts';
import type { FollowParts } from './follow-parts.ts';
import { type FollowedModel, followRecords } from './follow-records.ts';
import { readAll } from './read-all.ts';

/** Odoo's sales teams are ours; who is in which, its users say. */
export async function followTeams(parts: FollowParts): Promise<number> {
  const rows = await readAll(parts.transport, 'crm.team', TEAM_FIELDS);
  return await followRecords(parts, TEAMS, rows.map(readTeamRow));
}

const TEAMS: FollowedModel<OdooTeamRow, OdooTeam> = {
  model: 'crm.team',
  async find(tx, { id, said }) {
    const linked = await findLinked(tx, 'crm_team', id);
    const twin = linked ?? (await findByName(tx, said.name));
    if (twin === undefined) return undefined;
    if (linked === undefined) await linkToOdoo(tx, 'crm_team', twin, id);
    const { name, active } = await tx
      .selectFrom('crm_team')
      .select(['name', 'active'])
      .where('id', '=', twin)
      .executeTakeFirstOrThrow();
    return { id: twin, here: { name, active } };
  },
  async create(tx, { id, said }) {
    if (!said.active) return undefined;
    // Odoo may have two teams of one name, in two companies.
    const name = (await isTaken(tx, said.name)) ? `${said.name} (${id})` : said.name;
    const made = await insertTeam(tx, { ...said, name });
    await linkToOdoo(tx, 'crm_team', made, id);
    return made;
  },
  async change(tx, id, changes) {
    const taken = changes.name !== undefined && (await isTaken(tx, changes.name, id));
    const { name: _name, ...rest } = changes;
    await updateTeam(tx, id, taken ? rest : changes);
    return taken ? [{ field: 'name', reason: say('team_name_elsewhere') }] : [];
  },
  async leave(tx, odooId) {
    const id = await findLinked(tx, 'crm_team', odooId);
    if (id === undefined) return undefined;
    await updateTeam(tx, id, { active: false });
    await linkToOdoo(tx, 'crm_team', id, null);
    return { id };
  },
};

async function findByName(tx: Tx, name: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from crm_team where odoo_id is null and lower(name) = lower(${name})`.execute(tx);
  return rows[0]?.id;
}

async function isTaken(tx: Tx, name: string, besides = 0): Promise<boolean> {
  const { rows } = await sql`select from crm_team where lower(name) = lower(${name}) and id <> ${besides}`.execute(tx);
  return rows.length > 0;
}
