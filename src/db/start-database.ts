import type { Log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';
import { type Database, openDatabase, type QueryObserver } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { waitForServer } from './wait-for-server.ts';

export type StartedDatabase = {
  readonly database: Database;
  readonly embedded: boolean;
  /** Where the database answers, for a library that opens connections of its own. Holds the password: never log it. */
  readonly databaseUrl: string;
  /** Closes the pool and leaves the embedded server. */
  close(): Promise<void>;
};

/** Opens the database that the settings name: the server of DATABASE_URL, or the embedded one of the data folder. */
export async function startDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  log: Log,
  poolSize?: number,
  onQuery?: QueryObserver,
): Promise<StartedDatabase> {
  if (settings.databaseUrl !== null) return startOnServer(settings.databaseUrl, log, poolSize, onQuery);
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
  const database = openDatabase(server.databaseUrl, poolSize, onQuery);
  const close = async () => {
    await database.close();
    await server.stop();
  };
  return { database, embedded: true, databaseUrl: server.databaseUrl, close };
}

async function startOnServer(
  databaseUrl: string,
  log: Log,
  poolSize?: number,
  onQuery?: QueryObserver,
): Promise<StartedDatabase> {
  await waitForServer(databaseUrl, log);
  const database = openDatabase(databaseUrl, poolSize, onQuery);
  return { database, embedded: false, databaseUrl, close: () => database.close() };
}
