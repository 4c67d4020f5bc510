import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../kernel/log.ts';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import { diskFull } from './explain-file-error.ts';
import { findFreePort } from './free-port.ts';
import { type Launch, type LaunchParts, launch } from './launch.ts';
import { endOrphans } from './orphans.ts';
import { findPostmaster, forgetDeadPostmaster, type Postmaster } from './postmaster.ts';
import { connectPresence, type Presence } from './presence.ts';

export type RunningServer = Postmaster & { readonly presence: Presence };

/**
 * Makes sure that the cluster's server runs, adopts one that does, and connects. The caller holds the folder's lock.
 * Everything between "dead" and "ready" passes by itself, so it is looked at again and again, with patience:
 * a server that shuts down or recovers, the orphans of a killed one, a port that is taken.
 */
export async function runServer(parts: LaunchParts, password: string, log: Log, port?: number): Promise<RunningServer> {
  let launched: Launch | undefined;
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    if (waited > 0 && waited % REPORT === 0) log.info(`PostgreSQL is not ready yet; waiting (${waited / 1000} s)`);
    const postmaster = await findPostmaster(parts.cluster);
    const presence = postmaster?.ready ? await connectPresence(postmaster.port, password, parts.cluster) : undefined;
    if (postmaster && presence) return { ...postmaster, presence };
    const idle = launched === undefined || launched.hasEnded();
    if (launched && idle) refuseHopeless(await launched.readOutput(), parts.cluster);
    if (postmaster === undefined && idle && waited % RETRY === 0) {
      if (waited >= ORPHANS && (await endOrphans(parts.cluster)) > 0) log.warn('Ended what a killed PostgreSQL left');
      await forgetDeadPostmaster(parts.cluster);
      launched = await launch(parts, port ?? (await findFreePort()));
    }
    await sleep(PAUSE);
  }
  throw new BadSetting(`PostgreSQL did not become ready in ${PATIENCE / 60_000} minutes: see ${logOf(parts.cluster)}.`);
}

// All in milliseconds. Recovery after a crash reads at most max_wal_size: a minute or two on a slow disk.
const PATIENCE = 5 * 60_000;
const PAUSE = 20;
const RETRY = 200;
const REPORT = 5_000;
// Orphans end by themselves in well under a second, unless they are busy.
const ORPHANS = 2_000;

function refuseHopeless(output: string, cluster: string): void {
  if (/"postmaster.pid" already exists|shared memory block|Address already in use|shutting down/i.test(output)) return;
  const dataDir = dirname(cluster);
  if (/No space left on device/i.test(output)) throw new BadSetting(diskFull(dataDir));
  if (/database files are incompatible/i.test(output))
    throw new BadSetting(`The database in ${dataDir} was made by another version of PostgreSQL: ${lastLines(output)}`);
  throw new BadSetting(`PostgreSQL did not start (${logOf(cluster)}): ${lastLines(output)}`);
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-4).join(' ');
}

function logOf(cluster: string): string {
  return `${dirname(cluster)}/postgres.log`;
}
