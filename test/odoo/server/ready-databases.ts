import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../src/db/embedded-postgres.ts';
import type { Log } from '../../../src/kernel/log.ts';
import { initialise } from './odoo-process.ts';
import { CACHE, type OdooVersion, VERSIONS } from './roots.ts';

/** The database of an Odoo in which nothing but CRM is installed: tests work on copies of it. */
export function readyDatabase(version: OdooVersion): string {
  return `odoo_${version}_ready`;
}

/** What that database keeps in files, its attachments, within the data folder. */
export function readyFiles(dataDir: string, version: OdooVersion): string {
  return join(dataDir, `odoo-${version}`, 'data', 'filestore', readyDatabase(version));
}

/** A data folder of PostgreSQL that holds the ready databases; made once, then only copied. */
export async function makeReadyDatabases(log: Log): Promise<string> {
  const ready = join(CACHE, READY);
  if (existsSync(ready)) return ready;
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  try {
    const server = await startEmbeddedPostgres({ dataDir: draft, log, settings: THROW_AWAY });
    try {
      for (const version of VERSIONS) await makeReady(version, draft, server.databaseUrl);
    } finally {
      await server.stop();
    }
    // Whoever made them first wins; they are all the same.
    if (!existsSync(ready)) await rename(draft, ready);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return ready;
}

/** Another name whenever what is in them changes. */
const READY = 'ready-1';

/** Data that is thrown away: what survives a power cut is not tested here. */
export const THROW_AWAY = { fsync: 'off', full_page_writes: 'off', max_connections: '400' };

async function makeReady(version: OdooVersion, dataDir: string, databaseUrl: string): Promise<void> {
  process.stderr.write(`Odoo ${version} makes its database; this takes a minute, once.\n`);
  const folder = join(dataDir, `odoo-${version}`);
  await mkdir(folder);
  await initialise({ version, database: readyDatabase(version), databaseUrl, folder }, MODULES);
}

const MODULES = ['crm', 'base_import_module'];
