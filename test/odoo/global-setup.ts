import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/database.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createLog } from '../../src/kernel/log.ts';
import { removeLeftovers } from '../support/leftovers.ts';
import { makeReadyDatabases, THROW_AWAY } from './server/ready-databases.ts';
import { buildRoot, VERSIONS, whyNot } from './server/roots.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's folder: PostgreSQL's data, and a folder for each Odoo. */
    odooFolder: string;
    /** The PostgreSQL that holds the ready databases. */
    odooPostgresUrl: string;
  }
}

/** Real Odoos for the run: installed when they are not yet, with a PostgreSQL of the run's own. */
export default async function prepareOdoo(project: TestProject): Promise<() => Promise<void>> {
  const reason = whyNot();
  if (reason !== undefined) throw new Error(`NO REAL ODOO HERE: ${reason}`);
  for (const version of VERSIONS) await buildRoot(version);
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  const ready = await makeReadyDatabases(log);
  await removeLeftovers(PREFIX, log);
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const run = promisify(execFile);
  await run('cp', ['-a', `${ready}/.`, folder]);
  const server = await startEmbeddedPostgres({ dataDir: folder, log, settings: THROW_AWAY });
  // Our own database stands beside Odoo's: what test/support makes copies of.
  const template = openDatabase(server.databaseUrl);
  await migrate(template);
  await template.close();
  project.provide('templateUrl', server.databaseUrl);
  project.provide('odooFolder', folder);
  project.provide('odooPostgresUrl', server.databaseUrl);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

const PREFIX = 'mcube-odoo-test-';
