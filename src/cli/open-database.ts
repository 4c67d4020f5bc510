import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { type StartedDatabase, startDatabase } from '../db/start-database.ts';
import { waitForServer } from '../db/wait-for-server.ts';
import type { Log } from '../kernel/log.ts';
import { readSettings, type Settings } from '../kernel/settings.ts';
import { MCUBE } from '../services/check-up/finding.ts';
import { findMigrations } from '../services/find-migrations.ts';
import { commandLog } from './command-log.ts';
import type { Environment } from './environment.ts';
import { Refusal } from './refusal.ts';

export type Opened = { database: Database; settings: Settings; log: Log };

/** Does a command's work on the service's database, whether the service runs or not, and leaves the database as it was. */
export async function withDatabase<Result>(
  environment: Environment,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(environment);
  const log = commandLog(settings);
  const { database, close } = await openExisting(settings, log);
  const release = closeOnSignal(close);
  try {
    return await work({ database, settings, log });
  } finally {
    release();
    await close();
  }
}

/** Opens the database that the service uses. A command makes none by itself, and does not work on an old one. */
export async function openExisting(settings: Settings, log: Log): Promise<StartedDatabase> {
  await refuseMissing(settings);
  const opened = await startForCommand(settings, log);
  try {
    await refuseOutdated(opened.database);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The same without looking into it. A person waits at the other end: a server that is away is not waited for long. */
export async function startForCommand(settings: Settings, log: Log): Promise<StartedDatabase> {
  if (settings.databaseUrl !== null) await waitForServer(settings.databaseUrl, log, PATIENCE_MS);
  return await startDatabase(settings, log, POOL_SIZE);
}

const PATIENCE_MS = 3_000;
const POOL_SIZE = 4;

/** Whether the first start, which makes the embedded database, has been. */
export async function hasDatabase({ databaseUrl, dataDir }: Settings): Promise<boolean> {
  if (databaseUrl !== null) return true;
  return await stat(join(dataDir, 'postgres')).then(
    () => true,
    // A folder that may not be read is for the start itself to explain.
    (error) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  );
}

async function refuseMissing(settings: Settings): Promise<void> {
  if (await hasDatabase(settings)) return;
  throw new Refusal(
    `There is no database in ${settings.dataDir} yet: start the service once (npm start), or correct MCUBE_DATA_DIR.`,
  );
}

async function refuseOutdated(database: Database): Promise<void> {
  const { missing, unknown } = await findMigrations(database);
  if (unknown.length > 0)
    throw new Refusal(`The database belongs to a newer version of this service (${unknown[0]}): use that version.`);
  if (missing.length > 0)
    throw new Refusal(
      `The database lacks ${missing.length === 1 ? 'a migration' : `${missing.length} migrations`}: run "${MCUBE} migrate", or start the service, which migrates by itself.`,
    );
}

/** Ctrl-C leaves no database server behind. */
function closeOnSignal(close: () => Promise<void>): () => void {
  const stop = () => void close().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}
