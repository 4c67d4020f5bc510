import { sql } from 'kysely';
import type { Tx } from '../../../db/database.ts';
import { say } from '../../../kernel/sentences.ts';
import { type Counterparts, inOdooTerms, loadCounterparts } from '../../../models/odoo-counterpart.ts';
import { findLinked, linkToOdoo } from '../../../models/odoo-link.ts';
import { endSessionsOf } from '../../../models/session.ts';
import { hasAdministrator, insertUser, lockAdministrators, type UserFields, updateUser } from '../../../models/user.ts';
import {
  type OdooUser,
  type OdooUserRow,
  readUserRow,
  USER_DOMAIN,
  USER_FIELDS,
} from '../../../odoo/reading/people-rows.ts';
import type { FollowParts } from './follow-parts.ts';
import { type FollowedModel, followRecords } from './follow-records.ts';
import { readAll } from './read-all.ts';

/**
 * Odoo's users are our agents, found by login or e-mail; who is new gets an account without a password. The virtual number
 * that is set in Odoo's user form counts. Their sign-in here, and what they may do here, stay as they are. The user whose key
 * the service has, when that is there for nothing else, is no agent.
 */
export async function followUsers(parts: FollowParts): Promise<number> {
  const rows = await readAll(parts.transport, 'res.users', USER_FIELDS, USER_DOMAIN);
  const users = rows.map(readUserRow).filter(({ login }) => parts.about.servesOnly !== true || login !== parts.login);
  return await followRecords(parts, usersOf(parts.settings.defaultRegion), users);
}

function usersOf(region: string): FollowedModel<OdooUserRow, OdooUser> {
  return {
    model: 'res.users',
    ownWork: new Set(['name']),
    async find(tx, row) {
      const linked = await findLinked(tx, 'res_users', row.id);
      const id = linked ?? (row.said.active ? await findTwin(tx, row) : undefined);
      if (id === undefined) return undefined;
      if (linked === undefined) await linkToOdoo(tx, 'res_users', id, row.id);
      return { id, here: await loadUser(tx, id) };
    },
    async create(tx, { id, login, said }) {
      if (!said.active || (await hasLogin(tx, login))) return undefined;
      const fields = { ...fieldsOf(said, await loadCounterparts(tx, 'crm_team')), login, name: said.name };
      const made = await insertUser(tx, { ...fields, groups: ['base.group_user'] }, null, region);
      await linkToOdoo(tx, 'res_users', made, id);
      return made;
    },
    async change(tx, id, changes) {
      const { active, ...rest } = fieldsOf(changes, await loadCounterparts(tx, 'crm_team'));
      if (Object.keys(rest).length > 0) await updateUser(tx, id, rest, region);
      if (active === undefined || (await setActive(tx, id, active, region))) return [];
      return [{ field: 'active', reason: LAST_ADMINISTRATOR }];
    },
    async leave(tx, odooId) {
      const id = await findLinked(tx, 'res_users', odooId);
      if (id === undefined) return undefined;
      await linkToOdoo(tx, 'res_users', id, null);
      const { name } = await loadUser(tx, id);
      const left = await setActive(tx, id, false, region);
      const reason = left ? DELETED : LAST_ADMINISTRATOR;
      const decision = left ? 'odoo' : 'here';
      const about = { model: 'res.users', record_id: id, odoo_id: odooId, field: 'active' } as const;
      return { id, conflicts: [{ ...about, here: name, in_odoo: null, decision, reason }] };
    },
  };
}

const DELETED = say('user_deleted');
const LAST_ADMINISTRATOR = say('last_administrator_stays');

/** False for the last administrator, who stays. */
async function setActive(tx: Tx, id: number, active: boolean, region: string): Promise<boolean> {
  await lockAdministrators(tx);
  const had = await hasAdministrator(tx);
  await updateUser(tx, id, { active }, region);
  if (had && !(await hasAdministrator(tx))) {
    await updateUser(tx, id, { active: true }, region);
    return false;
  }
  if (!active) await endSessionsOf(tx, id);
  return true;
}

/** Somebody here with the same login, or whose login or e-mail is the other's e-mail. */
async function findTwin(tx: Tx, { login, said }: OdooUserRow): Promise<number | undefined> {
  const email = said.email ?? '';
  const { rows } = await sql<{ id: number }>`
    select id from res_users where odoo_id is null and groups && '{base.group_user,base.group_system}'
      and (lower(login) in (lower(${login}), lower(${email})) or lower(email) in (lower(${login}), lower(${email})))
    order by lower(login) = lower(${login}) desc, active desc, id limit 1`.execute(tx);
  return rows[0]?.id;
}

/** A customer's, who is no agent. */
async function hasLogin(tx: Tx, login: string): Promise<boolean> {
  const { rows } = await sql`select from res_users where lower(login) = lower(${login})`.execute(tx);
  return rows.length > 0;
}

async function loadUser(tx: Tx, id: number): Promise<OdooUser> {
  const { team_id, ...here } = await tx
    .selectFrom('res_users')
    .select(['name', 'email', 'phone', 'mcube_virtual_number', 'team_id', 'active'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...here, team_id: inOdooTerms(team_id, await loadCounterparts(tx, 'crm_team')) };
}

function fieldsOf({ team_id, ...said }: Partial<OdooUser>, teams: Counterparts): Partial<UserFields> {
  return {
    ...said,
    ...(team_id !== undefined && { team_id: team_id === null ? null : (teams.here.get(team_id) ?? null) }),
  };
}
