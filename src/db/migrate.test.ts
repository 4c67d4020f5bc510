import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { migrate } from './migrate.ts';

test('a second run finds nothing to do', async () => {
  const database = await createTestDatabase();
  expect(await migrate(database)).toEqual([]);
});
