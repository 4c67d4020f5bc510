import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../kernel/log.ts';
import { withFolderLock } from './folder-lock.ts';
import type { LaunchParts } from './launch.ts';
import { type RunningServer, runServer } from './run-server.ts';
import { shutDownUnlessUsed } from './shut-down.ts';

export type Supervised = { pid(): number; stop(): Promise<void> };

/** Restarts the server, on the same port, whenever it is gone unasked: pools then simply connect again. */
export function supervise(parts: LaunchParts, password: string, log: Log, first: RunningServer): Supervised {
  let server = first;
  let stopping = false;
  let recovery: Promise<void> = Promise.resolve();

  const watch = (watched: RunningServer) => {
    void watched.presence.ended.then(() => {
      if (!stopping) recovery = recover(watched);
    });
  };

  const recover = async (lost: RunningServer) => {
    log.warn({ pid: lost.pid }, 'The connection to PostgreSQL ended; looking after it');
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        const found = await withFolderLock(dirname(parts.cluster), () => runServer(parts, password, log, lost.port));
        log.info({ pid: found.pid }, found.pid === lost.pid ? 'PostgreSQL is still running' : 'PostgreSQL runs again');
        server = found;
        watch(found);
        return;
      } catch (error) {
        log.error({ err: error }, 'PostgreSQL could not be restarted; trying again');
        await sleep(pause);
      }
    }
  };

  watch(first);
  return {
    pid: () => server.pid,
    async stop() {
      stopping = true;
      await recovery;
      await withFolderLock(dirname(parts.cluster), () => shutDownUnlessUsed(server, parts.cluster, log));
    },
  };
}
