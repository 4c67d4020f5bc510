import { expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { createLog } from '../kernel/log.ts';
import { findFreePort } from './embedded/free-port.ts';
import { startDatabase } from './start-database.ts';
import { waitForServer } from './wait-for-server.ts';

const log = createLog({ logLevel: 'silent', logFormat: 'json' }, false);

test('DATABASE_URL selects a server', async () => {
  const { url } = await createTestDatabase();
  const started = await startDatabase({ databaseUrl: url, dataDir: '/nowhere' }, log);
  expect(started.embedded).toBe(false);
  expect((await started.database.pool.query('select count(*)::integer as n from crm_lead')).rows).toEqual([{ n: 0 }]);
  await started.close();
});

test.each([
  ['a wrong password', (url: URL) => Object.assign(url, { password: 'wrong' }), 'refuses the user or password'],
  ['no password', (url: URL) => Object.assign(url, { password: '' }), 'refuses the user or password'],
  ['a database that does not exist', (url: URL) => Object.assign(url, { pathname: '/absent' }), 'does not exist'],
  ['a host that does not exist', (url: URL) => Object.assign(url, { hostname: 'db.invalid' }), 'host'],
  ['another kind of address', () => new URL('mysql://host/name'), 'must have the form postgres://'],
])('DATABASE_URL with %s is refused in a sentence', async (_, change, sentence) => {
  const { url } = await createTestDatabase();
  const settings = { databaseUrl: change(new URL(url)).href, dataDir: '/nowhere' };
  await expect(startDatabase(settings, log)).rejects.toThrow(sentence);
});

test('the sentence never holds the password', async () => {
  const refused = startDatabase({ databaseUrl: 'postgres://u:secret@db.invalid/name', dataDir: '/nowhere' }, log);
  await expect(refused).rejects.toThrow(/^(?!.*secret)/s);
});

test('a server that does not answer is waited for, with an end', async () => {
  const port = await findFreePort();
  await expect(waitForServer(`postgres://u:p@127.0.0.1:${port}/name`, log, 600)).rejects.toThrow('does not answer');
});
