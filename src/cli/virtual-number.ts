import { Command } from 'commander';
import { normalisePhoneNumber } from '../models/phone-number.ts';
import { findOwnNumbers, forgetVirtualNumber, loadVirtualNumbers } from '../models/virtual-number.ts';
import type { Environment } from './environment.ts';
import { showMoment } from './moments.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';
import { table } from './table.ts';

/** `virtual-number list|forget`: the numbers of ours that MCUBE's events named. Whoever calls from one gets no lead. */
export function virtualNumberCommand(environment: Environment): Command {
  return new Command('virtual-number')
    .description('list and forget our own numbers, as events named them; who calls from one gets no lead')
    .addCommand(listCommand(environment))
    .addCommand(forgetCommand(environment));
}

function listCommand(environment: Environment): Command {
  return new Command('list').description('list the numbers that were learned').action(() =>
    withDatabase(environment, async ({ database, settings }) => {
      const rows = (await loadVirtualNumbers(database)).map(({ phone_sanitized, virtual_number, create_date }) => [
        phone_sanitized,
        virtual_number,
        showMoment(create_date, settings.timeZone).slice(0, 16),
      ]);
      process.stdout.write(table(['NUMBER', 'AS MCUBE WROTE IT', 'SINCE'], rows));
    }),
  );
}

function forgetCommand(environment: Environment): Command {
  return new Command('forget')
    .description('forget a number that is a customer, not ours: the next call finds or makes its lead')
    .argument('<number>', 'in any spelling')
    .action((given: string) =>
      withDatabase(environment, async ({ database, settings }) => {
        const number = normalisePhoneNumber(given, settings.defaultRegion);
        if (number === null) throw new Refusal(`"${given}" is no phone number.`);
        const stays = await database.kysely.transaction().execute(async (tx) => {
          const known = await forgetVirtualNumber(tx, number);
          const [own] = await findOwnNumbers(tx, [number]);
          if (!known && own === undefined) throw new Refusal(`${number} is no number of ours.`);
          return own !== undefined;
        });
        process.stdout.write(
          stays
            ? `${number} is still one of ours: a user has it as virtual number or phone ("user list").\n`
            : `${number} is forgotten: its next call finds or makes a lead.\n`,
        );
      }),
    );
}
