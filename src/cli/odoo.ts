import { Command } from 'commander';
import { readSettings } from '../kernel/settings.ts';
import { MODULE_NAME } from '../odoo/module/module-files.ts';
import { answerOf } from '../odoo/transport/failure.ts';
import { type OpenTransport, openTransport } from '../odoo/transport/open-transport.ts';
import { type Installed, installModule } from '../services/odoo/install-module.ts';
import { restWhile } from '../services/odoo/rest-while.ts';
import { uninstallModule } from '../services/odoo/uninstall-module.ts';
import { confirm } from './ask.ts';
import type { Environment } from './environment.ts';
import { type AddressOptions, addressCommand, readAddress } from './odoo-address.ts';
import { connectCommand, disconnectCommand, replayCommand, statusCommand } from './odoo-connection.ts';
import { reconcileCommand } from './odoo-reconcile.ts';
import { hasDatabase, withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';

type Options = AddressOptions & { yes?: boolean };

/** `odoo install|upgrade|uninstall`: our module in somebody's Odoo. `odoo connect|status|reconcile|disconnect`: the sync with it. */
export function odooCommand(environment: Environment): Command {
  return new Command('odoo')
    .description('connect with an Odoo, install our module there, and keep it up to date')
    .addCommand(connectCommand(environment))
    .addCommand(statusCommand(environment))
    .addCommand(replayCommand(environment))
    .addCommand(reconcileCommand(environment))
    .addCommand(disconnectCommand(environment))
    .addCommand(
      moduleCommand('install', 'install the module: call records, player, call button, bell').action(
        async (options: Options) => {
          const installed = await atRest(options, environment, (way) => installModule(way, report));
          process.stdout.write(`${outcome(installed)}\n`);
        },
      ),
    )
    .addCommand(
      moduleCommand('upgrade', 'bring the installed module up to date; data is kept').action(
        async (options: Options) => {
          const upgrade = (way: OpenTransport) => installModule(way, report, { onlyUpgrade: true });
          const installed = await atRest(options, environment, upgrade);
          process.stdout.write(`${outcome(installed)}\n`);
        },
      ),
    )
    .addCommand(
      moduleCommand('uninstall', 'remove the module with everything it made there')
        .option('--yes', 'do not ask')
        .action(async (options: Options) => {
          const question = `Remove ${MODULE_NAME} and all call records from ${options.url} (${options.db})? Here they stay.`;
          if (options.yes !== true && !(await confirm(question)))
            throw new Refusal('Nothing was removed: repeat the command with --yes.');
          await atRest(options, environment, (way) => uninstallModule(way, report));
          process.stdout.write('The module is removed; nothing of it is left in Odoo.\n');
        }),
    );
}

function moduleCommand(name: string, description: string): Command {
  return addressCommand(name, description, "an administrator's login", 'it is not kept');
}

/** With the sync paused where this service has one with that Odoo; the module can be installed without any service. */
async function atRest<Result>(
  options: Options,
  environment: Environment,
  work: (way: OpenTransport) => Promise<Result>,
): Promise<Result> {
  const way = answerOf(await openTransport(await readAddress(options, environment)));
  if (!(await hasDatabase(readSettings(environment)))) return await work(way);
  return await withDatabase(environment, ({ database }) => restWhile(database, options, () => work(way)));
}

function report(step: string): void {
  process.stderr.write(`${step} …\n`);
}

function outcome({ version, before }: Installed): string {
  if (before === undefined) return `The module is installed, version ${version}. Reload Odoo in the browser to see it.`;
  if (before === version) return `The module was there already, version ${version}; it was written anew.`;
  return `The module is upgraded from ${before} to ${version}. Reload Odoo in the browser to see it.`;
}
