import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { describeSchema } from './describe-schema.ts';

test('migrations/schema.sql is what the migrations make', async () => {
  const database = await createTestDatabase();
  const client = await database.connect('mcube test');
  const kept = await readFile(new URL('../../migrations/schema.sql', import.meta.url), 'utf8');
  expect(await describeSchema(client).finally(() => client.end())).toBe(kept);
});

test('the snapshot, run on an empty database, makes the same schema', async () => {
  const database = await createTestDatabase({ empty: true });
  const client = await database.connect('mcube test');
  const kept = await readFile(new URL('../../migrations/schema.sql', import.meta.url), 'utf8');
  await client.query('set check_function_bodies = off').then(() => client.query(kept));
  expect(await describeSchema(client).finally(() => client.end())).toBe(kept);
});
