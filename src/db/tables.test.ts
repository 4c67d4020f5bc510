import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';

test('tables.ts and the database agree on every column, and on which may be null', async () => {
  const { pool } = await createTestDatabase();
  const { rows } = await pool.query<{ table: string; column: string; nullable: boolean }>(
    `select c.relname as table, a.attname as column, not a.attnotnull as nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  );
  const typed = await readTypes();
  const tables = new Set(typed.map((line) => line.split('.')[0]));
  const real = rows
    .filter(({ table }) => tables.has(table))
    .map(({ table, column, nullable }) => `${table}.${column}${nullable ? ' or null' : ''}`);
  expect(typed.sort()).toEqual(real.sort());
});

/** One line for each column that tables.ts and its parts declare. */
async function readTypes(): Promise<string[]> {
  const folder = import.meta.dirname;
  const files = (await readdir(folder)).filter((name) => name.endsWith('tables.ts'));
  const source = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  return [...source.matchAll(/^ {2}(\w+): (\w+Table);$/gm)].flatMap(([, table, type]) => {
    const [, body = ''] = new RegExp(`^(?:export )?type ${type} = \\{([^}]*)\\}`, 'm').exec(source) ?? [];
    return [...body.matchAll(/(\w+): ([^;]+)/g)].map(
      ([, column, shape]) => `${table}.${column}${shape?.includes('| null') ? ' or null' : ''}`,
    );
  });
}
