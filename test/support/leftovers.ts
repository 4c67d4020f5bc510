import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import type { Log } from '../../src/kernel/log.ts';

/** A run that was killed leaves its server running: the next one ends it. After the prefix comes the number of the run's process. */
export async function removeLeftovers(prefix: string, log: Log): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? /^\d+(?=-)/.exec(name.slice(prefix.length))?.[0] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    await removeLeftover(join(tmpdir(), name), log).catch((error) => log.warn({ err: error }, `${name} stays`));
  }
}

async function removeLeftover(dataDir: string, log: Log): Promise<void> {
  const pidFile = await stat(join(dataDir, 'postgres', 'postmaster.pid')).catch(() => undefined);
  if (pidFile !== undefined) await (await startEmbeddedPostgres({ dataDir, log })).stop();
  await rm(dataDir, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
