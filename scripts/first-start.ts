import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, appendFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does what README.md tells a new person to do, with the README's own commands: starts the service, posts the call, signs
 * in with the printed password, looks at the lead, stops the service, starts it again. Each step is a test of its own;
 * the arguments name a folder for the data, which must not exist yet, and a file to which the results are appended, a line each.
 */
const [, , dataDir = '', results = '/dev/null'] = process.argv;
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
/** npm may have to fetch everything first. */
const START_PATIENCE_MS = 600_000;

let service: Service | undefined;
try {
  await story();
} finally {
  service?.kill();
}

async function story(): Promise<void> {
  const firstCommand = lineOf(/^npm ci && npm start$/m);
  const first = await step('the first command of the README starts the service', () => start(firstCommand));
  const password = await step('the first start prints login and password', async () =>
    found(/Login: +admin\n +Password: +(\S+)/, first.output()),
  );
  await step('it prints the webhook URL and a curl line', async () => {
    found(new RegExp(`Webhook URL: +${address}/mcube/webhook`), first.output());
    return found(new RegExp(`curl '(${address}/mcube/webhook)'`), first.output());
  });
  await step('the curl line of the README is accepted', async () => {
    const command = lineOf(/^curl '.*$/m).replace('http://127.0.0.1:8080', address);
    const answer = await post(command);
    if (!answer.includes('"status":"accepted"')) throw new Error(`it answered ${answer}`);
  });
  await step('the lead of the caller is seen by whoever signs in with the password', () => seeLead(password));
  await step('SIGTERM ends it with exit code 0, and its database with it', () => stop(first));
  const second = await step('it starts again', () => start('npm start'));
  await step('the second start prints no password, and finds its data', async () => {
    if (/Password:/.test(second.output())) throw new Error('a password was printed');
    await seeLead(password);
  });
  await step('it ends again', () => stop(second));
}

async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    await appendFile(results, `passed ${name}\n`);
    console.log(`  ok    ${name}`);
    return result;
  } catch (error) {
    await appendFile(results, `failed ${name}\n`);
    console.log(`  FAIL  ${name}`);
    console.log(service?.output() ?? '');
    throw error;
  }
}

type Service = { output(): string; ended: Promise<number | null>; child: ChildProcess; kill(): void };

async function start(command: string): Promise<Service> {
  // The shell outlives the signal, so that it can tell how npm ended; as the leader of a group it can be ended for sure.
  const child = spawn('sh', ['-c', `trap : TERM; ${command}`], {
    env: { ...process.env, PORT: String(port), MCUBE_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').then(() => child.exitCode);
  const kill = () => signal(child, 'SIGKILL');
  service = { output: () => output, ended, child, kill };
  for (let waited = 0; !/Ctrl-C stops/.test(output); waited += 100) {
    if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`);
    if (waited > START_PATIENCE_MS) throw new Error('it did not start in time');
    await sleep(100);
  }
  return service;
}

async function stop({ child, ended, output }: Service): Promise<void> {
  signal(child, 'SIGTERM');
  const code = await Promise.race([ended, sleep(60_000, 'late' as const)]);
  if (code !== 0) throw new Error(`exit code ${code}: ${output().slice(-500)}`);
  const left = await access(join(dataDir, 'postgres', 'postmaster.pid')).then(
    () => true,
    () => false,
  );
  if (left) throw new Error('PostgreSQL still runs');
  service = undefined;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // All of the group have ended.
  }
}

/** With curl where there is one; a machine with nothing but Node has none, and then the same request is made here. */
async function post(command: string): Promise<string> {
  const child = spawn('sh', ['-c', `command -v curl >/dev/null || exit 99; ${command} -sS`], { stdio: 'pipe' });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (said += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (said += chunk));
  await once(child, 'close');
  if (child.exitCode !== 99) return said;
  const [, url = '', type = '', body = ''] = /^curl '(.+?)' -H 'Content-Type: (.+?)' -d '(.+)'$/.exec(command) ?? [];
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  return await answer.text();
}

async function seeLead(password: string): Promise<void> {
  const session = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'admin', password }),
  });
  if (session.status !== 200) throw new Error(`signing in was answered ${session.status}`);
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  let answer = '';
  for (let tries = 0; tries < 100; tries += 1) {
    answer = await (await fetch(`${address}/api/leads?phone=9000000001`, { headers: { cookie } })).text();
    if (/"name":"Inbound Call from 9000000001"/.test(answer) && /"call_count":1\b/.test(answer)) return;
    await sleep(100);
  }
  throw new Error(`the lead is not there: ${answer}`);
}

function lineOf(pattern: RegExp): string {
  const [line] = pattern.exec(readme) ?? [];
  if (line === undefined) throw new Error(`README.md has no line like ${pattern}`);
  return line;
}

function found(pattern: RegExp, output: string): string {
  const match = pattern.exec(output);
  if (match === null) throw new Error(`there is no ${pattern} in what it printed`);
  return match[1] ?? match[0];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const bound = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof bound !== 'object' || bound === null) throw new Error('no port is free');
  return bound.port;
}
