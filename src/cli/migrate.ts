import { Command } from 'commander';
import { migrate } from '../db/migrate.ts';
import { readSettings } from '../kernel/settings.ts';
import { commandLog } from './command-log.ts';
import type { Environment } from './environment.ts';
import { startForCommand } from './open-database.ts';

/** `migrate`: what `serve` does at every start, for those who do it apart. */
export function migrateCommand(environment: Environment): Command {
  return new Command('migrate').description('bring the database up to this version of the service').action(async () => {
    const settings = readSettings(environment);
    const { database, close } = await startForCommand(settings, commandLog(settings));
    try {
      const applied = await migrate(database);
      for (const name of applied) process.stdout.write(`Applied ${name}\n`);
      if (applied.length === 0) process.stdout.write('The database is up to date.\n');
    } finally {
      await close();
    }
  });
}
