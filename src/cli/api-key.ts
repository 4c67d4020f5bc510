import { Command } from 'commander';
import { presentApiKey } from '../http/presenters/api-key.ts';
import { systemClock } from '../kernel/clock.ts';
import { deleteApiKey, insertApiKey } from '../models/api-key.ts';
import { API_KEY_LIST, loadApiKeys } from '../models/api-key-list.ts';
import { findAccount } from '../models/user.ts';
import type { Environment } from './environment.ts';
import { listAll } from './list-all.ts';
import { showMoment } from './moments.ts';
import { wholeFrom } from './numbers.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { table } from './table.ts';

/** `api-key create|list|revoke`: keys for scripts. */
export function apiKeyCommand(environment: Environment): Command {
  return new Command('api-key')
    .description('create, list and revoke API keys')
    .addCommand(createCommand(environment))
    .addCommand(listCommand(environment))
    .addCommand(revokeCommand(environment));
}

function createCommand(environment: Environment): Command {
  return new Command('create')
    .description('create an API key and print it, alone and only this once')
    .requiredOption('--user <login>', 'whose rights it has')
    .requiredOption('--name <name>', 'what it is for')
    .option('--expires-in-days <days>', 'never, when it is missing', wholeFrom(1))
    .action(({ user, name, expiresInDays }: { user: string; name: string; expiresInDays?: number }) =>
      withDatabase(environment, async ({ database }) => {
        const account = await findAccount(database, user);
        if (account === undefined) throw new Refusal(`There is no active user "${user}".`);
        const now = systemClock.now().getTime();
        const expiration_date = expiresInDays === undefined ? null : new Date(now + expiresInDays * 86_400_000);
        const { key } = await database.kysely
          .transaction()
          .execute((tx) => insertApiKey(tx, { user_id: account.id, name, expiration_date }));
        process.stdout.write(`${key}\n`);
      }),
    );
}

function listCommand(environment: Environment): Command {
  return new Command('list')
    .description('list API keys; their secrets are stored nowhere')
    .option('--user <login>', 'only those of this user')
    .option('--json', 'as JSON, as the API gives them')
    .action(({ user, json }: { user?: string; json?: boolean }) =>
      withDatabase(environment, async ({ database, settings }) => {
        const filters = user === undefined ? [] : [{ field: 'login', operator: 'eq' as const, values: [user] }];
        const keys = await listAll(database, API_KEY_LIST, loadApiKeys, filters);
        if (json) return void process.stdout.write(`${JSON.stringify(keys.map(presentApiKey), null, 2)}\n`);
        const show = (moment: Date | null) => showMoment(moment, settings.timeZone).slice(0, 16);
        const rows = keys.map((key) => [
          String(key.id),
          key.login,
          show(key.create_date),
          key.expiration_date === null ? 'never' : show(key.expiration_date),
          key.name,
        ]);
        process.stdout.write(table(['ID', 'USER', 'CREATED', 'EXPIRES', 'NAME'], rows));
      }),
    );
}

function revokeCommand(environment: Environment): Command {
  return new Command('revoke')
    .description('end an API key; who uses it is refused from now on')
    .argument('<id>', 'its number, as "api-key list" shows it', wholeFrom(1))
    .action((id: number) =>
      withDatabase(environment, async ({ database }) => {
        const named = [{ field: 'id', operator: 'eq' as const, values: [id] }];
        const [key] = await listAll(database, API_KEY_LIST, loadApiKeys, named);
        if (key === undefined || !(await deleteApiKey(database, id))) throw new Refusal(`There is no API key ${id}.`);
        process.stdout.write(`The key "${key.name}" of ${key.login} is revoked.\n`);
      }),
    );
}
