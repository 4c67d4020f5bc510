import { Command } from 'commander';
import { MODULE_NAME } from '../odoo/module/module-files.ts';
import { answerOf } from '../odoo/transport/failure.ts';
import { type OpenTransport, openTransport } from '../odoo/transport/open-transport.ts';
import { type Installed, installModule } from '../services/odoo/install-module.ts';
import { uninstallModule } from '../services/odoo/uninstall-module.ts';
import { askSecret, confirm } from './ask.ts';
import type { Environment } from './environment.ts';
import { Refusal } from './refusal.ts';

type Options = { url: string; db: string; login: string; yes?: boolean };

/** `odoo install|upgrade|uninstall`: our module in somebody's Odoo. */
export function odooCommand(environment: Environment): Command {
  return new Command('odoo')
    .description('install our module in an Odoo, and keep it up to date')
    .addCommand(
      moduleCommand('install', 'install the module: call records, player, call button, bell').action(
        async (options: Options) => {
          const installed = await installModule(await open(options, environment), report);
          process.stdout.write(`${outcome(installed)}\n`);
        },
      ),
    )
    .addCommand(
      moduleCommand('upgrade', 'bring the installed module up to date; data is kept').action(
        async (options: Options) => {
          const installed = await installModule(await open(options, environment), report, { onlyUpgrade: true });
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
          await uninstallModule(await open(options, environment), report);
          process.stdout.write('The module is removed; nothing of it is left in Odoo.\n');
        }),
    );
}

function moduleCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--url <address>', 'what people open Odoo with, such as https://example.odoo.com')
    .requiredOption('--db <name>', 'the database')
    .requiredOption('--login <login>', "an administrator's login")
    .addHelpText('after', `\nThe API key is asked for, or read from ${KEY_VARIABLE}; it is not kept.`);
}

/** Never on the command line: there every user of the machine reads along. */
const KEY_VARIABLE = 'MCUBE_ODOO_API_KEY';

async function open({ url, db, login }: Options, environment: Environment): Promise<OpenTransport> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Refusal('--url must be an address such as https://example.odoo.com.');
  const given = environment[KEY_VARIABLE];
  const key = given ?? (await askSecret(`API key of ${login}: `, `set ${KEY_VARIABLE}`));
  return answerOf(await openTransport({ url, db, login, key }));
}

function report(step: string): void {
  process.stderr.write(`${step} …\n`);
}

function outcome({ version, before }: Installed): string {
  if (before === undefined) return `The module is installed, version ${version}. Reload Odoo in the browser to see it.`;
  if (before === version) return `The module was there already, version ${version}; it was written anew.`;
  return `The module is upgraded from ${before} to ${version}. Reload Odoo in the browser to see it.`;
}
