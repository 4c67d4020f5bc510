import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { createLog } from '../../src/kernel/log.ts';
import { answerOf } from '../../src/odoo/transport/failure.ts';
import { type OpenTransport, openTransport } from '../../src/odoo/transport/open-transport.ts';
import type { OdooAddress } from '../../src/odoo/transport/transport.ts';
import { installModule } from '../../src/services/odoo/install-module.ts';
import { startOdooProcess } from '../../test/odoo/server/odoo-process.ts';
import { makeReadyDatabases, readyDatabase } from '../../test/odoo/server/ready-databases.ts';
import { buildRoot, type OdooVersion, whyNot } from '../../test/odoo/server/roots.ts';
import { makeApiKey } from '../../test/odoo/support/make-api-key.ts';

/** A real Odoo with our module, and a PostgreSQL for it and for the service: everything goes when it is closed. */
export type BenchOdoo = {
  readonly address: OdooAddress;
  readonly way: OpenTransport;
  readonly postgresUrl: string;
  close(): Promise<void>;
};

export async function startBenchOdoo(version: OdooVersion): Promise<BenchOdoo> {
  const reason = whyNot();
  if (reason !== undefined) throw new Error(reason);
  await buildRoot(version);
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  const dataDir = await mkdtemp(join(tmpdir(), 'mcube-odoo-bench-'));
  await promisify(execFile)('cp', ['-a', `${await makeReadyDatabases(log)}/.`, dataDir]);
  // With the settings of the service: what is written is on disk.
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const stops = [() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }), () => postgres.stop()];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const interrupted = () => void close().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  stops.push(async () => void process.off('SIGINT', interrupted).off('SIGTERM', interrupted));
  try {
    const database = readyDatabase(version);
    const folder = join(dataDir, `odoo-${version}`);
    const server = await startOdooProcess({ version, database, databaseUrl: postgres.databaseUrl, folder });
    stops.push(() => server.end());
    const person = { url: server.url, db: database, login: 'admin' };
    const key = await makeApiKey({ ...person, password: 'admin' });
    const way = answerOf(await openTransport({ ...person, key }));
    await installModule(way, () => undefined);
    return { address: { ...person, key }, way, postgresUrl: postgres.databaseUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
