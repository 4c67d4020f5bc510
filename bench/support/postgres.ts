import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createLog } from '../../src/kernel/log.ts';
import { readFamilyTime } from '../machine/process-time.ts';

/** The embedded PostgreSQL as the service runs it, in a folder that goes with it. */
export type BenchPostgres = {
  version: string;
  /** A migrated database of its own. */
  createDatabase(name: string): Promise<BenchDatabase>;
  /** Seconds of processor time that all of its processes used so far. */
  cpuSeconds(): Promise<number>;
  close(): Promise<void>;
};

export type BenchDatabase = Database & { readonly url: string; drop(): Promise<void> };

export async function startBenchPostgres(): Promise<BenchPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'mcube-bench-'));
  // The server runs as another user when we are root.
  await chmod(folder, 0o711);
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  const server = await startEmbeddedPostgres({ dataDir: folder, log });
  const home = openDatabase(server.databaseUrl, 1);
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
    home.kysely,
  );
  const open = new Map<string, Database>();
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    // The server is left running as long as anybody uses it: a run that is broken off has connections open.
    for (const name of open.keys()) await sql`drop database ${sql.id(name)} with (force)`.execute(home.kysely);
    await Promise.allSettled([...open.values(), home].map((database) => database.close()));
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }

  return {
    version: rows[0]?.version ?? 'unknown',
    async createDatabase(name) {
      await sql`create database ${sql.id(name)}`.execute(home.kysely);
      const url = new URL(server.databaseUrl);
      url.pathname = `/${name}`;
      const database = openDatabase(url.href);
      open.set(name, database);
      await migrate(database);
      const drop = async () => {
        open.delete(name);
        await database.close();
        await sql`drop database ${sql.id(name)} with (force)`.execute(home.kysely);
      };
      return { ...database, url: url.href, drop };
    },
    cpuSeconds: () => readFamilyTime(server.pid),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Starts a measurement behind a checkpoint: else one may come in the middle of it and not in the next. */
export async function checkpoint({ kysely }: Database): Promise<void> {
  await sql`vacuum (analyze)`.execute(kysely);
  await sql`checkpoint`.execute(kysely);
}
