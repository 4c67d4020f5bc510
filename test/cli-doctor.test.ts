import { chmod } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Finding } from '../src/services/check-up/finding.ts';
import { createTestDatabase } from './support/database.ts';
import { makeDataDir, startProcess } from './support/process.ts';
import { runCommand } from './support/run-command.ts';

// Each command is a process that starts and ends.
vi.setConfig({ testTimeout: 120_000 });

test('on a service that is set up well the doctor finds no failure, and then names what is broken', async () => {
  const dataDir = await makeDataDir();
  const token = 'q7Xw2LmVb9RtZc4HsK1nYd8f';
  const settings = { MCUBE_DATA_DIR: dataDir, MCUBE_WEBHOOK_TOKEN: token };
  const { url } = await startProcess(settings);
  const webhook = `${url}/mcube/webhook`;

  const well = await runCommand(settings, ['doctor', '--url', webhook]);
  expect(well).toMatchObject({ code: 0, stderr: '' });
  expect(well.stdout).not.toContain('FAIL');
  // A path is not broken, however long the folder's name is.
  const words = (line: string) => line.trim().split(' ').length;
  for (const line of well.stdout.split('\n')) if (words(line) > 1) expect(line.length).toBeLessThanOrEqual(80);
  expect(well.stdout).toMatch(/^ {2}ok {4}durability /m);
  expect(well.stdout).toMatch(/^ {2}WARN {2}public URL /m);

  const agent = ['--login', 'asha', '--name', 'Asha', '--no-password', '--virtual-number', '8030000001'];
  await runCommand(settings, ['user', 'add', ...agent, '--new-team', 'Sales']);
  await chmod(join(dataDir, 'postgres-password'), 0o644);
  const broken = {
    MCUBE_WEBHOOK_TOKEN: 'secret-secret-secret',
    MCUBE_FALLBACK_LOGIN: 'ghost',
    MCUBE_DEFAULT_TEAM: 'Nobodies',
  };
  const ill = await examine({ ...settings, ...broken }, '--url', webhook);
  expect(ill.code).toBe(1);
  expect(ill.states).toMatchObject({
    region: 'ok',
    token: 'warning',
    webhook: 'failure',
    'data folder': 'failure',
    fallback: 'failure',
    'default team': 'failure',
    database: 'ok',
    migrations: 'ok',
  });
  for (const { state, fix } of ill.findings) if (state !== 'ok') expect(fix).toMatch(/\w{3}/);
});

test('the doctor finds a stranger at the address, a server that forgets, calls that wait and calls that failed', async () => {
  const database = await createTestDatabase();
  await database.pool.query(`
    insert into webhook_journal (received_at, event_count, events) values (now() - interval '1 hour', 1, '{}');
    insert into webhook_event (id, received_at, state, reason, attempts) values (1000, now(), 'failed', 'broken', 6);
    insert into webhook_refusal (id, received_at, method, body, body_bytes, reason)
      values (2000, now() - interval '1 hour', 'POST', '{}', 2, 'Missing phone number')`);
  const stranger = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  try {
    const settings = { DATABASE_URL: database.url, PORT: port, MCUBE_PUBLIC_URL: 'http://127.0.0.1:9' };
    const { code, states, findings } = await examine(settings);
    expect(code).toBe(1);
    expect(states).toMatchObject({
      webhook: 'failure',
      'public webhook': 'failure',
      'public URL': 'warning',
      // The tests' own server runs with fsync=off.
      durability: 'failure',
      inbox: 'failure',
      'failed events': 'failure',
      'refused requests': 'warning',
      // Nobody is in this database.
      fallback: 'failure',
      'virtual numbers': 'warning',
    });
    expect(findings.find(({ check }) => check === 'failed events')?.fix).toContain('events replay --state failed');
  } finally {
    stranger.close();
  }
});

test('a setting that cannot be read, a database that is not there: each is named with its fix', async () => {
  const unreadable = await examine({ PORT: 'abc' });
  expect(unreadable).toMatchObject({
    code: 1,
    findings: [{ check: 'settings', says: expect.stringContaining('PORT must be') }],
  });
  const misspelled = { PORT: '9', MCUBE_WEBHOOK_TOKN: 'q7Xw2LmVb9RtZc4HsK1nYd8f', MCUBE_API_KEY: 'x' };
  expect((await examine(misspelled)).findings[0]).toMatchObject({
    ...{ check: 'settings', state: 'warning', says: 'Nothing reads MCUBE_WEBHOOK_TOKN.' },
  });
  const away = await examine({ DATABASE_URL: 'postgres://mcube:x@127.0.0.1:9/mcube', PORT: '9' });
  expect(away.states).toMatchObject({ database: 'failure', webhook: 'failure' });
  const missing = await examine({ MCUBE_DATA_DIR: '/nowhere/mcube', PORT: '0' });
  expect(missing.states).toMatchObject({ database: 'failure', webhook: 'warning' });
  const empty = await createTestDatabase({ empty: true });
  const old = await examine({ DATABASE_URL: empty.url, PORT: '0' });
  expect(old.states).toMatchObject({ database: 'ok', migrations: 'failure' });
});

type Examined = { code: number | null; findings: Finding[]; states: Record<string, Finding['state']> };

async function examine(environment: Record<string, string>, ...args: string[]): Promise<Examined> {
  const { code, stdout } = await runCommand(environment, ['doctor', '--json', ...args]);
  const findings: Finding[] = JSON.parse(stdout);
  return { code, findings, states: Object.fromEntries(findings.map(({ check, state }) => [check, state])) };
}
