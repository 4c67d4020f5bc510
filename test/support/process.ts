import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { until } from './service.ts';

/** The service as a process of its own, started the way people start it. */
export type ServiceProcess = {
  readonly pid: number;
  /** Where it listens; '' for a process that only works. */
  readonly url: string;
  /** All it has written so far. */
  output(): string;
  /** Sends a signal and waits for the end; null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  hasEnded(): boolean;
};

/** Starts `serve` and waits until it says that it runs. */
export async function startProcess(environment: Record<string, string>, ...options: string[]): Promise<ServiceProcess> {
  // One with a folder of its own makes the key there; the others share this one, and write nothing into the checkout.
  const key = environment.MCUBE_DATA_DIR === undefined ? { MCUBE_SECRET_KEY: '7e57'.repeat(16) } : {};
  const child = spawn(process.execPath, ['src/main.ts', 'serve', ...options], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'warn',
      MCUBE_RECORDING_ONLY_ALLOWED_HOSTS: 'true',
      ...key,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await until(
    'the service runs',
    () => {
      if (hasEnded()) throw new Error(`The service ended: ${output}`);
      return output.includes('Ctrl-C stops');
    },
    60,
  );
  return {
    pid: child.pid ?? 0,
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '',
    output: () => output,
    hasEnded,
    async end(signal) {
      if (hasEnded()) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** A data folder that is gone, with the PostgreSQL that may still run in it, when the test file ends. */
export async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mcube-process-test-'));
  folders.push(dataDir);
  return dataDir;
}

/** The process of the data folder's PostgreSQL; undefined when none runs. */
export async function postmasterOf(dataDir: string): Promise<number | undefined> {
  const cluster = join(dataDir, 'postgres');
  const [line = ''] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const commandLine = await readFile(`/proc/${line}/cmdline`, 'utf8').catch(() => '');
  // The number may belong to somebody else by now.
  return commandLine.includes(cluster) ? Number(line) : undefined;
}

/** The processes that this one started. */
export async function childrenOf(pid: number): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in brackets may hold anything; after it come the state and the parent.
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid) found.push(Number(name));
  }
  return found;
}

const children: ChildProcess[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  for (const dataDir of folders) {
    const postmaster = await postmasterOf(dataDir);
    if (postmaster !== undefined) process.kill(postmaster, 'SIGQUIT');
    await until('PostgreSQL ended', async () => (await postmasterOf(dataDir)) === undefined);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
