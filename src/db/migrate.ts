import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { BadSetting } from '../kernel/setting-parsers.ts';
import type { Database } from './database.ts';
import { refuseOldServer } from './server-version.ts';

/** Brings the schema up to this version of the service, forward only, and answers with the migrations it applied. */
export async function migrate(database: Database): Promise<string[]> {
  const client = await database.connect('mcube migrate');
  try {
    await refuseOldServer(client);
    // Several processes may start at once: one migrates, the others wait here and then find nothing to do.
    // The lock ends with the connection, so it cannot be left behind.
    await client.query(`select pg_advisory_lock(hashtextextended('schema_migration', 0))`);
    return await applyMissing(client, await readMigrations());
  } catch (error) {
    throw explain(error);
  } finally {
    await client.end();
  }
}

export type Migration = { readonly name: string; readonly sql: string };

/** The numbered files of the folder migrations, in order; schema.sql, their outcome, is not one of them. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = new URL('../../migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })));
}

/** Applies what is missing on a connection that holds the lock. */
export async function applyMissing(client: pg.ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await readApplied(client);
  refuseNewerDatabase(applied, migrations);
  const missing = migrations.filter(({ name }) => !applied.includes(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

async function readApplied(client: pg.ClientBase): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key,
    applied_at timestamptz not null default now()
  )`);
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name');
  return rows.map(({ name }) => name);
}

function refuseNewerDatabase(applied: readonly string[], migrations: readonly Migration[]): void {
  const unknown = applied.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown === undefined) return;
  throw new BadSetting(
    `The database was migrated by a newer version of this service (${unknown}): start that version, or use another database.`,
  );
}

async function apply(client: pg.ClientBase, { name, sql }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed and was undone: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function explain(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof pg.DatabaseError) || cause.code !== INSUFFICIENT_PRIVILEGE) return error;
  return new BadSetting(
    `The role of DATABASE_URL may not make the tables (${cause.message}): make it the owner of the database.`,
  );
}

const INSUFFICIENT_PRIVILEGE = '42501';
