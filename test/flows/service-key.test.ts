import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/kernel/settings.ts';
import { createServiceKey } from '../../src/security/service-key.ts';
import { loadServiceKey } from '../../src/services/secrets/load-service-key.ts';
import { keepSecret, readOrMakeSecret, readSecret, refuseWrongKey } from '../../src/services/secrets/sealed-secrets.ts';
import { createTestDatabase } from '../support/database.ts';

const folder = await mkdtemp(join(tmpdir(), 'mcube-key-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const settings = (name: string, key = '') =>
  readSettings({ MCUBE_DATA_DIR: join(folder, name), MCUBE_SECRET_KEY: key });

test('processes that start together on a new data folder make one key, closed to others, and use it from then on', async () => {
  const started = await Promise.all(Array.from({ length: 8 }, () => loadServiceKey(settings('new'))));
  const again = await loadServiceKey(settings('new'));
  const derived = [...started, again].map((key) => key.derive('test').toString('hex'));
  expect(new Set(derived).size).toBe(1);
  const file = join(folder, 'new', 'secret.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
});

test('the key of the setting wins over the file, and the setting that is no key stops the start', async () => {
  const given = 'c0ffee00'.repeat(8);
  const key = await loadServiceKey(settings('new', given));
  expect(key.derive('test')).toEqual(createServiceKey(Buffer.from(given, 'hex')).derive('test'));
  expect(() => settings('new', 'secret')).toThrow('MCUBE_SECRET_KEY must be 64 random hexadecimal digits');
  expect(() => settings('new', '0'.repeat(64))).toThrow('MCUBE_SECRET_KEY');
});

test('a damaged key file stops the start with a sentence, and is left as it is', async () => {
  const file = join(folder, 'new', 'secret.key');
  await writeFile(file, 'half a key');
  await expect(loadServiceKey(settings('new'))).rejects.toThrow('does not hold a key of 64 hexadecimal digits');
  expect(await readFile(file, 'utf8')).toBe('half a key');
});

test('a secret comes back from the database only with its key, under its name, and unchanged', async () => {
  const database = await createTestDatabase();
  const key = createServiceKey(Buffer.alloc(32, 1));
  const other = createServiceKey(Buffer.alloc(32, 2));
  expect(await readSecret(database, key, 'odoo')).toBeUndefined();
  await database.kysely.transaction().execute((tx) => keepSecret(tx, key, 'odoo', Buffer.from('first')));
  await database.kysely.transaction().execute((tx) => keepSecret(tx, key, 'odoo', Buffer.from('s3cret')));
  expect((await readSecret(database, key, 'odoo'))?.toString()).toBe('s3cret');
  const { rows } = await database.pool.query<{ value: Buffer }>('select value from sealed_secret');
  expect(rows[0]?.value.includes('s3cret')).toBe(false);
  await expect(readSecret(database, other, 'odoo')).rejects.toThrow('is not the key with which this database');
  await database.pool.query(`update sealed_secret set name = 'mail'`);
  await expect(readSecret(database, key, 'mail')).rejects.toThrow('is not the key');
  expect(key.open('short', Buffer.from('short'))).toBeUndefined();
});

test('of processes that make a secret at the same moment all get the same one', async () => {
  const database = await createTestDatabase();
  const key = createServiceKey(Buffer.alloc(32, 1));
  const secrets = await Promise.all(
    Array.from({ length: 5 }, (_, place) =>
      readOrMakeSecret(database, key, 'push', () => Buffer.from(`secret ${place}`)),
    ),
  );
  expect(new Set(secrets.map(String)).size).toBe(1);
});

test('a database refuses another key than the one it was first used with', async () => {
  const database = await createTestDatabase();
  await refuseWrongKey(database, createServiceKey(Buffer.alloc(32, 1)));
  await refuseWrongKey(database, createServiceKey(Buffer.alloc(32, 1)));
  await expect(refuseWrongKey(database, createServiceKey(Buffer.alloc(32, 2)))).rejects.toThrow('give every process');
});
