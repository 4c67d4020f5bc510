import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { openDatabase } from './database.ts';
import { describeSchema } from './describe-schema.ts';
import { applyMissing, migrate, readMigrations } from './migrate.ts';

const migrations = await readMigrations();
const names = migrations.map(({ name }) => name);

test('every earlier state of the schema arrives at the same one, and a second run does nothing', async () => {
  const schemas = new Set<string>();
  for (let already = 0; already <= migrations.length; already += 1) {
    const database = await createTestDatabase({ empty: true });
    const client = await database.connect('mcube test');
    expect(await applyMissing(client, migrations.slice(0, already))).toEqual(names.slice(0, already));
    expect(await migrate(database)).toEqual(names.slice(already));
    expect(await migrate(database)).toEqual([]);
    schemas.add(await describeSchema(client).finally(() => client.end()));
  }
  expect(schemas.size).toBe(1);
});

test('of several processes that migrate at once each migration is applied by one', async () => {
  const database = await createTestDatabase({ empty: true });
  const applied = await Promise.all([migrate(database), migrate(database), migrate(database), migrate(database)]);
  expect(applied.flat()).toEqual(names);
});

test('a database of a newer version is refused', async () => {
  const database = await createTestDatabase();
  await database.pool.query(`insert into schema_migration (name) values ('9999_future.sql')`);
  await expect(migrate(database)).rejects.toThrow('migrated by a newer version of this service (9999_future.sql)');
});

test('a migration that fails leaves nothing behind', async () => {
  const database = await createTestDatabase({ empty: true });
  const client = await database.connect('mcube test');
  const broken = { name: '0001_broken.sql', sql: 'create table half (id integer); select broken' };
  await expect(applyMissing(client, [broken])).rejects.toThrow('Migration 0001_broken.sql failed and was undone');
  const { rows } = await client.query(
    `select to_regclass('half') as half, count(*)::integer as n from schema_migration`,
  );
  expect(rows).toEqual([{ half: null, n: 0 }]);
  await client.end();
});

test('a role that may not make tables is told so', async () => {
  const database = await createTestDatabase({ empty: true });
  const role = `guest_${new URL(database.url).pathname.slice(1)}`;
  await database.pool.query(`create role ${role} login password 'guest'`);
  const url = new URL(database.url);
  url.username = role;
  url.password = 'guest';
  const guest = openDatabase(url.href);
  await expect(migrate(guest)).rejects.toThrow('make it the owner of the database');
  await guest.close();
  await database.pool.query(`drop role ${role}`);
});
