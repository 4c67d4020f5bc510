import { Command, InvalidArgumentError } from 'commander';
import type { Database } from '../db/database.ts';
import type { Group } from '../db/tables.ts';
import { loadTeams, TEAM_LIST } from '../models/team-list.ts';
import { createUser } from '../services/create-user.ts';
import { createTeam } from '../services/save-team.ts';
import { type PasswordOptions, readPassword } from './ask.ts';
import type { Environment } from './environment.ts';
import { listAll } from './list-all.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';

type Options = PasswordOptions & {
  login: string;
  name: string;
  groups: Group[];
  virtualNumber?: string;
  phone?: string;
  email?: string;
  team?: string;
  newTeam?: string;
};

/** `user add`: makes a user. */
export function userAddCommand(environment: Environment): Command {
  return new Command('add')
    .description('add a user')
    .requiredOption('--login <login>', 'what they sign in with')
    .requiredOption('--name <name>', 'what they are called')
    .option('--password <password>', 'asked for, unseen, when it is missing; stays in the history of the shell')
    .option('--password-stdin', 'read the password from the standard input')
    .option('--no-password', 'they own calls and leads, but do not sign in')
    .option('--groups <groups>', 'system (administrators), user, portal, public', readGroups, DEFAULT_GROUPS)
    .option('--virtual-number <number>', 'calls to this number of MCUBE are theirs')
    .option('--phone <number>', 'their own telephone')
    .option('--email <address>', 'their e-mail address')
    .option('--team <name>', 'the team they belong to')
    .option('--new-team <name>', 'the same, and the team is made')
    .action((options: Options) =>
      withDatabase(environment, async ({ database, settings }) => {
        const users = await database.kysely.selectFrom('res_users').select('id').limit(1).execute();
        if (users.length === 0 && !options.groups.includes('base.group_system')) throw new Refusal(FIRST_OF_ALL);
        const team_id = await findTeam(database, options);
        const password = options.password === false ? undefined : await readPassword(options);
        const id = await createUser(
          { database, settings },
          {
            login: options.login,
            name: options.name,
            groups: options.groups,
            mcube_virtual_number: options.virtualNumber ?? null,
            phone: options.phone ?? null,
            email: options.email ?? null,
            team_id,
            ...(password !== undefined && { password }),
          },
        );
        process.stdout.write(`Added ${options.login} (user ${id}).\n`);
      }),
    );
}

const DEFAULT_GROUPS: Group[] = ['base.group_user'];

/** The first start makes an administrator only where there is nobody yet. */
const FIRST_OF_ALL =
  'The first user must be an administrator: add --groups system,user, or start the service once, which makes one.';

const GROUPS: Readonly<Record<string, Group>> = {
  system: 'base.group_system',
  user: 'base.group_user',
  portal: 'base.group_portal',
  public: 'base.group_public',
};

function readGroups(given: string): Group[] {
  return given.split(',').map((name) => {
    const group = GROUPS[name.trim().replace(/^base\.group_/, '')];
    if (group !== undefined) return group;
    throw new InvalidArgumentError(`"${name}" is none of ${Object.keys(GROUPS).join(', ')}.`);
  });
}

async function findTeam(database: Database, { team, newTeam }: Options): Promise<number | null> {
  if (newTeam !== undefined) return await createTeam({ database }, { name: newTeam });
  if (team === undefined) return null;
  const teams = await listAll(database, TEAM_LIST, loadTeams);
  const found = teams.find(({ name }) => name.toLowerCase() === team.trim().toLowerCase());
  if (found !== undefined) return found.id;
  const names = teams.map(({ name }) => name).join(', ');
  throw new Refusal(
    `There is no team "${team}"${names === '' ? '' : ` (there are: ${names})`}: --new-team "${team}" makes it.`,
  );
}
