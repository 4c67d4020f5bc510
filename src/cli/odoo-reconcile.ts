import { Command } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { createOdooConnections } from '../services/odoo/open-connection.ts';
import { type Reconciled, reconcileOdoo } from '../services/odoo/reconcile-odoo.ts';
import { loadServiceKey } from '../services/secrets/load-service-key.ts';
import type { Environment } from './environment.ts';
import { wholeFrom } from './numbers.ts';
import { withDatabase } from './open-database.ts';

/** `odoo reconcile`: trusts nothing that was said before, and asks Odoo for everything. */
export function reconcileCommand(environment: Environment): Command {
  return new Command('reconcile')
    .description('compare everything with Odoo, and mend what differs')
    .option('--days <days>', 'how far back calls are compared', wholeFrom(1), 7)
    .action(({ days }: { days: number }) =>
      withDatabase(environment, async ({ database, settings }) => {
        const clock = systemClock;
        const serviceKey = await loadServiceKey(settings);
        const connections = createOdooConnections({ database, clock, serviceKey });
        const reconciled = await reconcileOdoo({ database, settings, clock, serviceKey, connections }, days);
        process.stdout.write(`${describe(reconciled).join('\n')}\n`);
      }),
    );
}

function describe({ leads, calls }: Reconciled): string[] {
  return [
    `Leads: ${leads.changed} changed here to what Odoo says, ${leads.made} were new here.`,
    calls === null
      ? 'Calls: Odoo has no place for them; "mcube odoo install" makes one.'
      : `Calls: ${calls.compared} compared; ${calls.missing} were missing in Odoo and ${calls.different} different there. These are on their way again.`,
  ];
}
