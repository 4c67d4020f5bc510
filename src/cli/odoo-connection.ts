import { Command } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { countFailures, replayDeliveries } from '../models/odoo-delivery.ts';
import { describeOdoo } from '../odoo/connect/describe.ts';
import { connectOdoo } from '../services/odoo/connect-odoo.ts';
import { disconnectOdoo } from '../services/odoo/disconnect-odoo.ts';
import { type OdooStatus, odooStatus } from '../services/odoo/odoo-status.ts';
import { loadServiceKey } from '../services/secrets/load-service-key.ts';
import { refuseWrongKey } from '../services/secrets/sealed-secrets.ts';
import { confirm } from './ask.ts';
import type { Environment } from './environment.ts';
import { type AddressOptions, addressCommand, readAddress } from './odoo-address.ts';
import { withDatabase } from './open-database.ts';
import { Refusal } from './refusal.ts';

/** `odoo connect`: from then on calls and leads go there. */
export function connectCommand(environment: Environment): Command {
  return addressCommand(
    'connect',
    'keep calls and leads in step with an Odoo',
    'the login of the user whose key it is',
    'it is kept encrypted',
  ).action(async (options: AddressOptions) => {
    const address = await readAddress(options, environment);
    await withDatabase(environment, async ({ database, settings }) => {
      const serviceKey = await loadServiceKey(settings);
      await refuseWrongKey(database, serviceKey);
      const about = await connectOdoo({ database, serviceKey, clock: systemClock }, address);
      process.stdout.write(`${['Connected.', ...describeOdoo(about)].join('\n')}\n`);
    });
  });
}

export function statusCommand(environment: Environment): Command {
  return new Command('status')
    .description('how things stand with Odoo; exit code 1 when something is wrong')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      withDatabase(environment, async ({ database }) => {
        const status = {
          ...(await odooStatus(database, systemClock.now())),
          failures: await countFailures(database),
        };
        process.stdout.write(`${json ? JSON.stringify(status, null, 2) : describe(status).join('\n')}\n`);
        if (status.connection?.reason != null || status.queue.failed > 0) process.exitCode = 1;
      }),
    );
}

export function disconnectCommand(environment: Environment): Command {
  return new Command('disconnect')
    .description('end the sync; what is in Odoo stays there, what is here stays here')
    .option('--yes', 'do not ask')
    .action(({ yes }: { yes?: boolean }) =>
      withDatabase(environment, async ({ database }) => {
        if (yes !== true && !(await confirm('End the sync with Odoo? What is there stays there.')))
          throw new Refusal('The connection stays: repeat the command with --yes.');
        await disconnectOdoo(database);
        process.stdout.write('Disconnected: the key is forgotten. Leads and calls stay here and there.\n');
      }),
    );
}

/** `odoo replay`: what Odoo did not take is tried again, once what stood in the way is mended. */
export function replayCommand(environment: Environment): Command {
  return new Command('replay').description('try again what Odoo did not take').action(() =>
    withDatabase(environment, async ({ database }) => {
      const replayed = await replayDeliveries(database, { state: 'failed' });
      process.stdout.write(`Due again: ${replayed}.\n`);
    }),
  );
}

type Told = OdooStatus & { failures: Awaited<ReturnType<typeof countFailures>> };

function describe({ connection, queue, following, failures }: Told): string[] {
  if (connection === null) return ['Not connected: "mcube odoo connect" does that.'];
  const { url, db, login, paused, reason, fix, retry_at, about } = connection;
  return [
    `${url} (${db}), as ${login}: ${reason === null ? 'well' : reason}${paused ? '; paused' : ''}`,
    ...(fix === null ? [] : [`Fix: ${fix}`]),
    ...(retry_at === null ? [] : [`Asked again at ${retry_at.toISOString()}.`]),
    ...about,
    `Waiting: ${queue.waiting}${queue.oldest_waiting_date === null ? '' : `, the oldest since ${queue.oldest_waiting_date.toISOString()}`}`,
    following === null
      ? 'What people do there was not read yet.'
      : `What people do there was read ${following.lag_seconds} s ago.`,
    `Failed: ${queue.failed}`,
    ...failures.map(({ count, reason, fix }) => `  ${count} × ${reason} ${fix}`),
  ];
}
