import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';

/** An Odoo's database and the files that belong to it: something to make copies of. */
export type Template = { database: string; files: string };

/** Where the attachments of a database are, for the Odoo whose folder this is. */
export function filesOf(folder: string, database: string): string {
  return join(folder, 'data', 'filestore', database);
}

/** Makes a database as a copy of another one, to which nobody may be connected. */
export async function copyDatabase(template: Template, database: string, folder: string): Promise<void> {
  const client = await connect('postgres');
  try {
    await client.query(`create database ${database} template ${template.database}`);
  } finally {
    await client.end();
  }
  const files = filesOf(folder, database);
  await mkdir(join(files, '..'), { recursive: true });
  const run = promisify(execFile);
  if (existsSync(template.files)) await run('cp', ['-a', template.files, files]);
  // Odoo's user, as test/odoo/server/run-in-root.sh has it.
  await run('chown', ['-R', '65534:65534', folder]);
}

export async function hasDatabase(database: string): Promise<boolean> {
  const client = await connect('postgres');
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** A connection of one's own, past Odoo. */
export async function connect(database: string): Promise<pg.Client> {
  const url = new URL(inject('odooPostgresUrl'));
  url.pathname = database;
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
