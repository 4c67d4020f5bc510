import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';

export type TestDatabase = Database & { readonly url: string };

/** A migrated database of the test's own, or an empty one; gone when its file ends. */
export async function createTestDatabase({ poolSize = 10, empty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(inject('templateUrl'));
  const template = empty ? 'template0' : url.pathname.slice(1);
  await administer(`create database ${name} template ${template} strategy file_copy`);
  url.pathname = `/${name}`;
  const database = { ...openDatabase(url.href, poolSize), url: url.href };
  created.push({ name, database });
  return database;
}

const created: { name: string; database: TestDatabase }[] = [];

// Registered while the file is read, so that it runs after every hook of the file itself.
afterAll(async () => {
  for (const { name, database } of created) {
    await database.close();
    await administer(`drop database ${name} with (force)`);
  }
});

async function administer(statement: string): Promise<void> {
  const url = new URL(inject('templateUrl'));
  // Not the template itself: a database that is connected to cannot be copied.
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
