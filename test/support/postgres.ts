import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/database.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createLog } from '../../src/kernel/log.ts';
import { removeLeftovers } from './leftovers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test database is a copy of. */
    templateUrl: string;
  }
}

/** One embedded PostgreSQL for the whole run, with a migrated database to copy. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  await removeLeftovers(PREFIX, log);
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
