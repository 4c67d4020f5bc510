import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Settings } from '../../kernel/settings.ts';
import { type Finding, failure, MCUBE, ok, warning } from './finding.ts';

/** Whether calls find their owners. */
export async function checkPeople(database: Database, settings: Settings): Promise<Finding[]> {
  const { rows: users } = await sql<Person>`
    select lower(login) as login, active, groups && '{base.group_user,base.group_system}' as internal,
      virtual_number_sanitized is not null as has_number
    from res_users order by id`.execute(database.kysely);
  return [
    checkFallback(users, settings.fallbackLogin),
    checkNumbers(users, settings.fallbackLogin),
    await checkTeam(database, settings),
  ];
}

type Person = { login: string; active: boolean; internal: boolean; has_number: boolean };

function checkFallback(users: readonly Person[], login: string): Finding {
  const check = 'fallback';
  const user = users.find((candidate) => candidate.login === login.toLowerCase());
  if (user?.active && user.internal) return ok(check, `Calls that nobody else gets go to ${login}.`);
  const state = user === undefined ? 'does not exist' : user.active ? 'is no internal user' : 'is not active';
  return failure(
    check,
    `MCUBE_FALLBACK_LOGIN=${login} ${state}: calls that nobody else gets have no owner.`,
    'Set it to the login of an active internal user.',
  );
}

function checkNumbers(users: readonly Person[], fallback: string): Finding {
  const check = 'virtual numbers';
  const agents = users.filter(({ active, internal, login }) => active && internal && login !== fallback.toLowerCase());
  if (agents.length === 0)
    return warning(
      check,
      `There are no agents: every call goes to ${fallback}.`,
      `Add them: ${MCUBE} user add --login asha --name "Asha Rao" --virtual-number 8030000001`,
    );
  const without = agents.filter(({ has_number }) => !has_number).map(({ login }) => login);
  if (without.length === 0) return ok(check, `All ${agents.length} agents have one.`);
  const names =
    without.length > 5 ? `${without.slice(0, 5).join(', ')} and ${without.length - 5} more` : without.join(', ');
  return warning(
    check,
    `${names} ${without.length === 1 ? 'has' : 'have'} none, so calls find them by telephone or e-mail only.`,
    'Each sets it in their preferences, or an administrator does.',
  );
}

async function checkTeam(database: Database, { defaultTeam }: Settings): Promise<Finding> {
  const check = 'default team';
  const { rows: teams } = await sql<{ name: string; members: number }>`
    select crm_team.name, count(res_users.id)::integer as members
    from crm_team left join res_users on res_users.team_id = crm_team.id and res_users.active
      and res_users.groups && '{base.group_user,base.group_system}'
    where crm_team.active group by crm_team.id order by crm_team.id`.execute(database.kysely);
  const team =
    defaultTeam === null
      ? teams.find(({ members }) => members > 0)
      : teams.find(({ name }) => name.toLowerCase() === defaultTeam.toLowerCase());
  if (team !== undefined && team.members > 0) return ok(check, `${team.name} shares out calls among ${team.members}.`);
  if (defaultTeam === null) return ok(check, 'No team has members, so calls are not shared out in turn.');
  const state = team === undefined ? 'does not exist' : 'has no active members';
  return failure(
    check,
    `MCUBE_DEFAULT_TEAM=${defaultTeam} ${state}: calls are shared out by another team, or not at all.`,
    'Correct the name, or give the team members.',
  );
}
