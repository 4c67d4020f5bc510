import { Command } from 'commander';
import type { OdooAddress } from '../odoo/transport/transport.ts';
import { askSecret } from './ask.ts';
import type { Environment } from './environment.ts';
import { Refusal } from './refusal.ts';

export type AddressOptions = { url: string; db: string; login: string };

/** A command that speaks to the Odoo which its options name. */
export function addressCommand(name: string, description: string, login: string, keyIsKept: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--url <address>', 'what people open Odoo with, such as https://example.odoo.com')
    .requiredOption('--db <name>', 'the database')
    .requiredOption('--login <login>', login)
    .addHelpText('after', `\nThe API key is asked for, or read from ${KEY_VARIABLE}; ${keyIsKept}.`);
}

/** Never on the command line: there every user of the machine reads along. */
const KEY_VARIABLE = 'MCUBE_ODOO_API_KEY';

export async function readAddress({ url, db, login }: AddressOptions, environment: Environment): Promise<OdooAddress> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Refusal('--url must be an address such as https://example.odoo.com.');
  const given = environment[KEY_VARIABLE];
  const key = given ?? (await askSecret(`API key of ${login}: `, `set ${KEY_VARIABLE}`));
  return { url, db, login, key };
}
