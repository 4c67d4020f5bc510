import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../kernel/log.ts';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import { findPostmaster } from './embedded/postmaster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

test('a second start finds the data of the first, and its last user shuts the server down', async () => {
  const dataDir = await makeFolder();
  const first = await start(dataDir);
  await query(first.databaseUrl, 'create table kept as select 7 as n');
  await first.stop();
  expect(await runs(dataDir)).toBe(false);
  const second = await start(dataDir);
  expect(await query(second.databaseUrl, 'select n from kept')).toEqual([{ n: 7 }]);
});

test("the password is its owner's alone, and the server takes no connection without it", async () => {
  const dataDir = await makeUsedFolder();
  const server = await start(dataDir);
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
  const url = new URL(server.databaseUrl);
  url.password = 'guessed';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('two starts at the same instant, in one process or in two, end on one server; the last one turns it off', async () => {
  const dataDir = await makeFolder();
  const [one, two, other] = await Promise.all([start(dataDir), start(dataDir), startElsewhere(dataDir)]);
  expect(new Set([one.databaseUrl, two.databaseUrl, other.databaseUrl]).size).toBe(1);
  await one.stop();
  other.child.stdin?.end();
  await once(other.child, 'exit');
  expect(await query(two.databaseUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await two.stop();
  expect(await runs(dataDir)).toBe(false);
});

test('a server whose service was killed is adopted', async () => {
  const dataDir = await makeUsedFolder();
  const killed = await startElsewhere(dataDir);
  await query(killed.databaseUrl, 'create table kept as select 7 as n');
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  const next = await start(dataDir);
  expect(next.pid).toBe(killed.pid);
  expect(await query(next.databaseUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  await next.stop();
  expect(await runs(dataDir)).toBe(false);
});

test('a start after both were killed recovers', async () => {
  const dataDir = await makeUsedFolder();
  const killed = await startElsewhere(dataDir);
  await query(killed.databaseUrl, 'create table kept as select 7 as n');
  killed.child.kill('SIGKILL');
  process.kill(killed.pid, 'SIGKILL');
  const next = await start(dataDir);
  expect(await query(next.databaseUrl, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('a server that is killed under its service comes back at the same address, whoever started it', async () => {
  const dataDir = await makeUsedFolder();
  const starter = await startElsewhere(dataDir);
  const adopter = await start(dataDir);
  await query(adopter.databaseUrl, 'create table kept as select 7 as n');
  for (let round = 0; round < 2; round += 1) {
    const before = adopter.pid;
    process.kill(before, 'SIGKILL');
    expect(await queryPatiently(adopter.databaseUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await until(() => adopter.pid !== before);
  }
  starter.child.kill('SIGKILL');
});

test('orphans of a killed server that do not end by themselves are ended', async () => {
  const dataDir = await makeUsedFolder();
  const killed = await startElsewhere(dataDir);
  const client = new pg.Client({ connectionString: killed.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  for (const { pid } of rows) process.kill(pid, 'SIGSTOP');
  killed.child.kill('SIGKILL');
  process.kill(killed.pid, 'SIGKILL');
  const next = await start(dataDir);
  expect(await query(next.databaseUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a postmaster.pid that names a living stranger is not believed', async () => {
  const dataDir = await makeUsedFolder();
  const killed = await startElsewhere(dataDir);
  killed.child.kill('SIGKILL');
  process.kill(killed.pid, 'SIGKILL');
  await until(async () => !(await runs(dataDir)));
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const stranger = spawn('sleep', ['600']);
  onTestFinished(() => void stranger.kill());
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)));
  const next = await start(dataDir);
  expect(await query(next.databaseUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a start that was cut short while it made the database is begun anew', async () => {
  const dataDir = await makeFolder();
  const killed = runElsewhere(dataDir);
  await until(async () => (await readdir(dataDir)).some((name) => name.startsWith('postgres.new-')));
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect((await readdir(dataDir)).includes('postgres')).toBe(false);
  const next = await start(dataDir);
  expect(await query(next.databaseUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
});

test('what outlived such a start, and still writes there, keeps no next one back', async () => {
  const dataDir = await makeFolder();
  const half = join(dataDir, 'postgres.new-half', 'cluster');
  await mkdir(half, { recursive: true });
  // As initdb does: without its folder it gives up.
  const write = async (n: number): Promise<void> =>
    writeFile(join(half, String(n)), '').then(() => (n < 20_000 ? write(n + 1) : undefined));
  await Promise.all([start(dataDir), write(0).catch(() => undefined)]);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
});

test('it works in folders that are closed to others, and without the library links of the package', async () => {
  const closed = await makeFolder();
  const { postgres } = await findBinaries();
  const copy = join(closed, 'package');
  await cp(join(dirname(postgres), '..', '..'), copy, { recursive: true, verbatimSymlinks: true });
  const listed = await readFile(join(copy, 'native', 'pg-symlinks.json'), 'utf8');
  for (const [, target = ''] of listed.matchAll(/"target":"([^"]+)"/g)) await unlink(join(copy, target));
  await chmod(closed, 0o700);
  const programs = join(copy, 'native', 'bin');
  const binaries = { postgres: join(programs, 'postgres'), initdb: join(programs, 'initdb') };
  const server = await start(join(closed, 'data'), binaries);
  expect(await query(server.databaseUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  // Where the process may give the right to read alone, the server may pass through the folder and not write there.
  const write = query(server.databaseUrl, `copy (select 1) to '${closed}/written'`);
  if (await mayGrantReading()) await expect(write).rejects.toThrow('Permission denied');
  else await write;
});

test('a data folder that cannot be one is refused in a sentence', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'file'), 'taken');
  await expect(start(join(folder, 'file'))).rejects.toThrow('must name a folder');
});

const log = createLog({ logLevel: 'silent', logFormat: 'json' }, false);
const started: EmbeddedPostgres[] = [];
const folders: string[] = [];

afterAll(async () => {
  for (const server of started) await server.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mcube-embedded-'));
  folders.push(folder);
  // What mkdtemp makes is open to root alone; most tests are about other things.
  await chmod(folder, 0o711);
  return folder;
}

/** A folder whose database was made before: making one takes a second, copying it does not. */
async function makeUsedFolder(): Promise<string> {
  used ??= makeFolder().then(async (folder) => {
    await (await start(folder)).stop();
    return folder;
  });
  const folder = await makeFolder();
  await promisify(execFile)('cp', ['-a', `${await used}/.`, folder]);
  return folder;
}

let used: Promise<string> | undefined;

async function start(dataDir: string, binaries?: Binaries): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log, ...(binaries && { binaries }) });
  started.push(server);
  return server;
}

/** Another process that starts the server, says where it is, and leaves it when its input ends. */
function runElsewhere(dataDir: string): ChildProcess {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)};
    const log = new Proxy({}, { get: () => () => undefined });
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(server.pid + ' ' + server.databaseUrl);
    process.stdin.resume().on('end', () => server.stop());`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; pid: number; databaseUrl: string }> {
  const child = runElsewhere(dataDir);
  if (child.stdout === null) throw new Error('The output of the other process is not read.');
  for await (const line of createInterface(child.stdout)) {
    const [pid = '', databaseUrl = ''] = line.split(' ');
    return { child, pid: Number(pid), databaseUrl };
  }
  throw new Error('The other process ended before it had a server.');
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement).finally(() => client.end());
  return rows;
}

/** As a pool would: by connecting again. The test's own time limit ends it. */
async function queryPatiently(url: string, statement: string): Promise<unknown[]> {
  const answer = await query(url, statement).catch(() => undefined);
  if (answer !== undefined) return answer;
  await sleep(20);
  return queryPatiently(url, statement);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5);
}

async function runs(dataDir: string): Promise<boolean> {
  return (await findPostmaster(join(dataDir, 'postgres'))) !== undefined;
}

/** CAP_DAC_READ_SEARCH is bit 2. Who is not root runs the server as oneself, who may write of course. */
async function mayGrantReading(): Promise<boolean> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const [, capabilities = '0'] = /^CapEff:\s*([0-9a-f]+)/m.exec(status) ?? [];
  return process.getuid?.() === 0 && (BigInt(`0x${capabilities}`) & 4n) !== 0n;
}
