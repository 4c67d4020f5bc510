import { chmod, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Log } from '../kernel/log.ts';
import { type Binaries, findBinaries, linkLibraries } from './embedded/binaries.ts';
import { makeCluster, ROLE } from './embedded/cluster.ts';
import { explainFileError } from './embedded/explain-file-error.ts';
import { withFolderLock } from './embedded/folder-lock.ts';
import { ownCluster } from './embedded/own-cluster.ts';
import { readOrMakePassword } from './embedded/password.ts';
import { runServer } from './embedded/run-server.ts';
import { chooseServerUser } from './embedded/server-user.ts';
import { supervise } from './embedded/supervise.ts';

export type EmbeddedPostgres = {
  readonly databaseUrl: string;
  /** The server's process; another one after it was restarted. */
  readonly pid: number;
  /** Leaves the server; the last one that uses it shuts it down. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresParts = {
  readonly dataDir: string;
  readonly log: Log;
  readonly binaries?: Binaries;
  /** PostgreSQL settings beside those of server-settings.ts: a test that throws its data away needs no fsync. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Starts the PostgreSQL of a data folder, or adopts the one that runs there, and keeps it running until `stop`. */
export async function startEmbeddedPostgres(parts: EmbeddedPostgresParts): Promise<EmbeddedPostgres> {
  try {
    const dataDir = await openDataDir(parts.dataDir);
    return await withFolderLock(dataDir, () => start(dataDir, parts));
  } catch (error) {
    throw explainFileError(error, parts.dataDir);
  }
}

async function start(
  dataDir: string,
  { log, settings = {}, ...given }: EmbeddedPostgresParts,
): Promise<EmbeddedPostgres> {
  const cluster = join(dataDir, 'postgres');
  const binaries = given.binaries ?? (await findBinaries());
  await linkLibraries(binaries);
  const user = await chooseServerUser(binaries, cluster, log);
  const password = await readOrMakePassword(dataDir);
  await makeCluster(cluster, binaries, user, password, log);
  await ownCluster(cluster, user, log);
  const parts = { cluster, binaries, user, settings };
  const server = await runServer(parts, password, log);
  const supervised = supervise(parts, password, log, server);
  await makeDatabase(server.presence.client);
  return {
    databaseUrl: `postgres://${ROLE}:${password}@127.0.0.1:${server.port}/${DATABASE}`,
    get pid() {
      return supervised.pid();
    },
    stop: () => supervised.stop(),
  };
}

const DATABASE = 'mcube';

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
}

async function openDataDir(dataDir: string): Promise<string> {
  const made = await mkdir(dataDir, { recursive: true });
  // The server's user passes through the folder; what lies in it says for itself who may read it.
  if (made !== undefined) await chmod(dataDir, 0o711);
  return realpath(dataDir);
}
