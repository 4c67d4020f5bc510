import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { type RunningApp, startApp } from '../app.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLog, type Log } from '../kernel/log.ts';
import { readSettings, type Settings } from '../kernel/settings.ts';
import { firstStart, ready } from './banner.ts';
import { buildWeb } from './build-web.ts';
import { prepareDemo } from './demo.ts';
import type { Environment } from './environment.ts';
import { explainListenError, refuseUnusableAddress } from './listen-address.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `serve`: the service, until a signal stops it. */
export function serveCommand(environment: Environment): Command {
  return new Command('serve')
    .description('run the service until Ctrl-C')
    .option('--roles <roles>', 'what this process does: web, worker, or web,worker (MCUBE_ROLES)')
    .option('--demo', 'fill an empty database with a believable month of calls')
    .action(async ({ roles, demo = false }: { roles?: string; demo?: boolean }) => {
      const settings = readSettings({ ...environment, ...(roles !== undefined && { MCUBE_ROLES: roles }) });
      if (settings.roles.includes('web')) {
        await refuseUnusableAddress(settings);
        await buildWeb();
      }
      const log = createLog(settings, process.stdout.isTTY);
      const stopping = new AbortController();
      const running = start(settings, log, demo, stopping.signal);
      stopOnSignal(log, async () => {
        stopping.abort();
        // Who stops it while it starts does not care why it could not.
        const started = running.catch(() => undefined);
        // Our own server is left in order. Somebody else's may not answer for a minute, and nothing is under way yet.
        const app = await (settings.databaseUrl === null
          ? started
          : Promise.race([started, sleep(GRACE_MS, undefined)]));
        await app?.stop();
      });
      await running;
    });
}

/** Milliseconds for a start that is under way on a server of somebody else's. */
const GRACE_MS = 3_000;

/** Starts the service and tells the person in front of it what there is to know; undefined when stopped before. */
async function start(
  settings: Settings,
  log: Log,
  withDemo: boolean,
  stopped: AbortSignal,
): Promise<RunningApp | undefined> {
  const demo = withDemo ? await prepareDemo(settings, log, stopped) : undefined;
  try {
    if (stopped.aborted) return undefined;
    const app = await startApp(settings, log, systemClock, (password) => process.stdout.write(firstStart(password)));
    if (!stopped.aborted) process.stdout.write(ready(settings, app.url));
    return app;
  } catch (error) {
    throw explainListenError(error, settings);
  } finally {
    await demo?.close();
  }
}
