import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { curlLine } from '../src/cli/sample-call.ts';
import { createTestDatabase } from './support/database.ts';
import { makeDataDir, startProcess } from './support/process.ts';
import { runCommand } from './support/run-command.ts';

// Each command is a process that starts and ends.
vi.setConfig({ testTimeout: 120_000 });

test('the first start prints login and password, every start the address, the webhook URL and a curl line', async () => {
  const settings = { MCUBE_DATA_DIR: await makeDataDir() };
  const first = await startProcess(settings);
  const password = /Login: +admin\n +Password: +(\S{20})\n/.exec(first.output())?.[1] ?? '';
  expect(password).not.toBe('');
  expect(first.output()).toContain(`Webhook URL:  ${first.url}/mcube/webhook\n`);
  expect(first.output()).toContain(curlLine(`${first.url}/mcube/webhook`));
  expect(await signIn(first.url, password)).toBe(200);
  // A command uses the database of the running service, and leaves it running.
  expect((await runCommand(settings, ['user', 'list'])).stdout).toMatch(/^admin /m);
  expect(await signIn(first.url, password)).toBe(200);
  expect(await first.end('SIGINT')).toBe(0);

  const second = await startProcess(settings);
  expect(second.output()).not.toContain('Password');
  expect(second.output()).toContain(`Webhook URL:  ${second.url}/mcube/webhook\n`);
  expect(await signIn(second.url, password)).toBe(200);
  expect(await second.end('SIGTERM')).toBe(0);

  // And so does one that finds nothing running, which leaves nothing running either.
  expect((await runCommand(settings, ['user', 'list'])).stdout).toMatch(/^admin /m);
  expect(await readdir(`${settings.MCUBE_DATA_DIR}/postgres`)).not.toContain('postmaster.pid');
});

test('the password is shown even when the rest of the first start fails', async () => {
  const { url } = await createTestDatabase();
  // A schema of that name that lacks what belongs in it keeps the schedules from starting.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create schema graphile_worker; create table graphile_worker.migrations (broken integer)');
  await client.end();
  const failed = await runCommand({ DATABASE_URL: url, PORT: '0' }, ['serve']);
  expect(failed.code).not.toBe(0);
  expect(failed.stdout).toMatch(/Login: +admin\n +Password: +\S{20}\n/);
});

test('a start that waits for its database ends when it is told to', async () => {
  const waiting = spawn(process.execPath, ['src/main.ts', 'serve'], {
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: 'postgres://mcube:mcube@127.0.0.1:1/mcube' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  waiting.stdout.on('data', (chunk) => (output += chunk));
  await vi.waitFor(() => expect(output).toContain('Waiting for the PostgreSQL server'), 30_000);
  const ended = once(waiting, 'exit');
  const told = performance.now();
  waiting.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - told).toBeLessThan(15_000);
});

test('an address that cannot be used is a sentence, before anything is made', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const dataDir = await makeDataDir();
  try {
    const taken = await runCommand({ MCUBE_DATA_DIR: dataDir, PORT: port }, ['serve']);
    expect(taken).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Port \d+ of 127\.0\.0\.1 is in use: .*\n$/),
    });
    const foreign = { MCUBE_DATA_DIR: dataDir, HOST: '192.0.2.1', MCUBE_WEBHOOK_AUTH: 'none' };
    expect(await runCommand(foreign, ['serve'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^HOST=192\.0\.2\.1 is no address of this machine: .*\n$/),
    });
    expect(await readdir(dataDir)).toEqual([]);
  } finally {
    other.close();
  }
});

test('--demo fills an empty database with a month that the simulator adds to, and leaves a full one alone', async () => {
  const settings = { MCUBE_DATA_DIR: await makeDataDir() };
  const demo = await startProcess(settings, '--demo');
  expect(demo.output()).toMatch(
    /Demo: 8 people and \d{4} calls of the last 30 days were added, 15 of them with a recording\./,
  );
  expect(demo.output()).toMatch(/Password: +\S{20}/);
  expect((await runCommand(settings, ['user', 'list'])).stdout).toMatch(/^asha +Asha Rao .*Sales/m);
  expect((await runCommand(settings, ['events', 'list', '--state', 'failed'])).stdout).toMatch(/^There are no such/);

  const webhook = ['--url', `${demo.url}/mcube/webhook`];
  const played = ['simulate', ...webhook, '--calls', '40', '--rate', '0', '--days', '1', '--no-wav'];
  const balance = await runCommand(settings, played);
  expect(balance).toMatchObject({ code: 0, stdout: expect.stringMatching(/calls stored +40\n(?:.*\n)*OK: /) });
  expect(await demo.end('SIGTERM')).toBe(0);

  const again = await startProcess(settings, '--demo');
  expect(again.output()).toContain('The database holds calls already, so no demo data was added.');
  expect(await again.end('SIGTERM')).toBe(0);
});

test('simulate without a service says so at once', async () => {
  expect(await runCommand({ PORT: '9' }, ['simulate'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Nothing answers at http:\/\/127\.0\.0\.1:9: start the service/),
  });
});

test('the README shows the same call as the service', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\n${curlLine('http://127.0.0.1:8080/mcube/webhook')}\n`);
});

async function signIn(url: string, password: string): Promise<number> {
  const body = JSON.stringify({ login: 'admin', password });
  return (await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
    .status;
}
