import { Command } from 'commander';
import { startApp } from '../app.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLog } from '../kernel/log.ts';
import { readSettings } from '../kernel/settings.ts';
import { firstStart, ready } from './banner.ts';
import type { Environment } from './environment.ts';

/** `serve`: the service, until a signal stops it. */
export function serveCommand(environment: Environment): Command {
  return new Command('serve')
    .description('Run the service.')
    .option('--roles <roles>', 'what this process does: web, worker, or web,worker')
    .option('--demo', 'fill an empty database with a believable month of calls')
    .action(async ({ roles, demo }: { roles?: string; demo?: boolean }) => {
      const settings = readSettings({ ...environment, ...(roles !== undefined && { MCUBE_ROLES: roles }) });
      const log = createLog(settings, process.stdout.isTTY);
      const app = await startApp(settings, log, systemClock);
      stopOnSignal(app.stop, log);
      if (demo) await import('./fill-with-demo.ts').then(({ fillWithDemo }) => fillWithDemo(settings, log));
      if (app.administratorPassword !== undefined) process.stdout.write(firstStart(app.administratorPassword));
      process.stdout.write(ready(settings, app.url));
    });
}

/** The first signal stops in order; a second one does not wait. */
function stopOnSignal(stop: () => Promise<void>, log: ReturnType<typeof createLog>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info(`${signal}: finishing what is under way`);
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'the service did not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}
