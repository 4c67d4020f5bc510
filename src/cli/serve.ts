import { Command } from 'commander';
import { startApp } from '../app.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLog } from '../kernel/log.ts';
import { readSettings } from '../kernel/settings.ts';
import { firstStart, ready } from './banner.ts';
import type { Environment } from './environment.ts';
import { fillWithDemo } from './fill-with-demo.ts';
import { explainListenError, refuseUnusableAddress } from './listen-address.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `serve`: the service, until a signal stops it. */
export function serveCommand(environment: Environment): Command {
  return new Command('serve')
    .description('run the service until Ctrl-C')
    .option('--roles <roles>', 'what this process does: web, worker, or web,worker (MCUBE_ROLES)')
    .option('--demo', 'fill an empty database with a believable month of calls')
    .action(async ({ roles, demo }: { roles?: string; demo?: boolean }) => {
      const settings = readSettings({ ...environment, ...(roles !== undefined && { MCUBE_ROLES: roles }) });
      if (settings.roles.includes('web')) await refuseUnusableAddress(settings);
      const log = createLog(settings, process.stdout.isTTY);
      const starting = startApp(settings, log, systemClock);
      // Who stops it while it starts does not care why it did not.
      const stopped = stopOnSignal(async () => await (await starting.catch(() => undefined))?.stop(), log);
      const app = await starting.catch((error: unknown) => {
        throw explainListenError(error, settings);
      });
      if (app.administratorPassword !== undefined) process.stdout.write(firstStart(app.administratorPassword));
      if (demo) await fillWithDemo(settings, log, stopped);
      if (!stopped.aborted) process.stdout.write(ready(settings, app.url));
    });
}
