import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/database.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createLog, type Log } from '../../src/kernel/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test database is a copy of. */
    templateUrl: string;
  }
}

/** One embedded PostgreSQL for the whole run, with a migrated database to copy. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  await removeLeftovers(log);
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The data is thrown away: what survives a power cut is tested with servers of the default settings.
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '400' };
  const server = await startEmbeddedPostgres({ dataDir, log, settings });
  const template = openDatabase(server.databaseUrl);
  await migrate(template);
  await template.close();
  project.provide('templateUrl', server.databaseUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

const PREFIX = 'mcube-test-';

/** A run that was killed leaves its server running: the next one ends it. */
async function removeLeftovers(log: Log): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.split('-')[2]))) continue;
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
