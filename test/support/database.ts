import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';

export type TestDatabase = Database & { readonly url: string };

/** A migrated database of the test's own; gone when its file ends. */
export async function createTestDatabase(poolSize = 10): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(inject('templateUrl'));
  const template = url.pathname.slice(1);
  await administer(`create database ${name} template ${template} strategy file_copy`);
  url.pathname = `/${name}`;
  const database = { ...openDatabase(url.href, poolSize), url: url.href };
  let open = true;
  const close = async () => {
    if (open)
      await Promise.resolve(database.close()).finally(() => {
        open = false;
      });
  };
  created.push({ name, close });
  return { ...database, close };
}

const created: { name: string; close: () => Promise<void> }[] = [];

// Registered while the file is read, so that it runs after every hook of the file itself.
afterAll(async () => {
  for (const { name, close } of created) {
    await close();
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
