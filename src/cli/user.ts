import { Command } from 'commander';
import { presentUser } from '../http/presenters/user.ts';
import { findAccount } from '../models/user.ts';
import { loadUsers, USER_LIST } from '../models/user-list.ts';
import { changeUser } from '../services/change-user.ts';
import { type PasswordOptions, readPassword } from './ask.ts';
import type { Environment } from './environment.ts';
import { listAll } from './list-all.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { table } from './table.ts';
import { userAddCommand } from './user-add.ts';

/** `user add|list|set-password`: the people, from the machine itself. */
export function userCommand(environment: Environment): Command {
  return new Command('user')
    .description('add and list users, set their passwords')
    .addCommand(userAddCommand(environment))
    .addCommand(listCommand(environment))
    .addCommand(setPasswordCommand(environment));
}

function listCommand(environment: Environment): Command {
  return new Command('list')
    .description('list all users')
    .option('--json', 'as JSON, as the API gives them')
    .action(({ json }: { json?: boolean }) =>
      withDatabase(environment, async ({ database }) => {
        const users = await listAll(database, USER_LIST, loadUsers);
        if (json) process.stdout.write(`${JSON.stringify(users.map(presentUser), null, 2)}\n`);
        else process.stdout.write(table(HEADINGS, users.map(cells)));
      }),
    );
}

const HEADINGS = ['LOGIN', 'NAME', 'GROUPS', 'VIRTUAL NUMBER', 'TEAM', 'ACTIVE'];

function cells(user: Awaited<ReturnType<typeof loadUsers>>[number]): string[] {
  const groups = user.groups.map((group) => group.replace(/^base\.group_/, '')).join(',');
  return [
    user.login,
    user.name,
    groups,
    user.mcube_virtual_number ?? '-',
    user.team_name ?? '-',
    user.active ? 'yes' : 'no',
  ];
}

function setPasswordCommand(environment: Environment): Command {
  return new Command('set-password')
    .description('set a password, and end all sessions of the user')
    .argument('<login>')
    .option('--password <password>', 'asked for, unseen, when it is missing; stays in the history of the shell')
    .option('--password-stdin', 'read the password from the standard input')
    .action((login: string, options: PasswordOptions) =>
      withDatabase(environment, async ({ database, settings }) => {
        const account = await findAccount(database, login);
        if (account === undefined) throw new Refusal(`There is no active user "${login}".`);
        await changeUser({ database, settings }, account.id, { password: await readPassword(options) });
        process.stdout.write(`The password of ${account.login} is set; they are signed out everywhere.\n`);
      }),
    );
}
