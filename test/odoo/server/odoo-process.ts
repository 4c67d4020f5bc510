import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../../src/db/embedded/free-port.ts';
import { lastWords, type OdooVersion, rootOf } from './roots.ts';

export type OdooProcess = {
  readonly pid: number;
  readonly url: string;
  /** The end of its log. */
  log(): string;
  /** Ends it: SIGTERM as an administrator does, SIGKILL as a power cut does. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

export type OdooParts = {
  readonly version: OdooVersion;
  readonly database: string;
  readonly databaseUrl: string;
  /** Where its files are: a folder of the run, kept when it is started again. */
  readonly folder: string;
  readonly port?: number;
};

/** Starts an Odoo that serves one database, and waits until it answers. */
export async function startOdooProcess(parts: OdooParts): Promise<OdooProcess> {
  const port = parts.port ?? (await findFreePort());
  const running = await spawnOdoo(parts, [`--http-port=${port}`]);
  const url = `http://127.0.0.1:${port}`;
  const end = performance.now() + PATIENCE_MS;
  while (!(await answers(`${url}/web/login`))) {
    if (running.hasEnded() || performance.now() > end) {
      await running.end('SIGKILL');
      throw new Error(`Odoo ${parts.version} did not start:\n${running.log()}`);
    }
    await sleep(250);
  }
  return { pid: running.pid, url, log: running.log, end: running.end };
}

/** Makes a database with modules in it, and comes back when that is done. */
export async function initialise(parts: OdooParts, modules: readonly string[]): Promise<void> {
  const running = await spawnOdoo(parts, [`--init=${modules.join(',')}`, '--stop-after-init', '--no-http']);
  const code = await Promise.race([running.ended, sleep(INITIALISE_MS, 'late', { ref: false })]);
  await running.end('SIGKILL');
  if (code !== 0) throw new Error(`Odoo ${parts.version} could not be initialised (${code}):\n${running.log()}`);
}

/** On a machine that does other things besides. */
const PATIENCE_MS = 180_000;
const INITIALISE_MS = 600_000;

async function spawnOdoo(parts: OdooParts, options: readonly string[]) {
  await writeConfiguration(parts);
  const script = join(import.meta.dirname, 'run-in-root.sh');
  const odoo = ['/usr/bin/odoo', '--config=/srv/odoo.conf', ...options];
  const child = spawn(script, [rootOf(parts.version), parts.folder, ...odoo], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = lastWords(child);
  // Before it has read its configuration it only has its terminal.
  const log = () => said() + readLog(join(parts.folder, 'odoo.log'));
  const ended = once(child, 'exit').then(([code]) => code);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  // A test run that is broken off takes its servers with it.
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  return {
    pid: child.pid ?? 0,
    log,
    ended,
    hasEnded,
    async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
      process.off('exit', onExit);
      if (hasEnded()) return;
      child.kill(signal);
      // Odoo waits for requests under way, some of which wait for events that never come.
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function readLog(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-MOST_LOG) : '';
}

const MOST_LOG = 20_000;

async function writeConfiguration({ version, database, databaseUrl, folder }: OdooParts): Promise<void> {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const lines = [
    '[options]',
    `db_host = ${hostname}`,
    `db_port = ${port}`,
    `db_user = ${username}`,
    `db_password = ${password}`,
    `db_name = ${database}`,
    'db_maxconn = 32',
    'list_db = False',
    'data_dir = /srv/data',
    'logfile = /srv/odoo.log',
    'http_interface = 127.0.0.1',
    'workers = 0',
    'max_cron_threads = 0',
    // From 19 on, rpc serves /jsonrpc and /json/2.
    `server_wide_modules = ${version >= 19 ? 'base,web,rpc' : 'base,web'}`,
    `without_demo = ${version >= 19 ? 'True' : 'all'}`,
  ];
  await mkdir(join(folder, 'data'), { recursive: true });
  const file = join(folder, 'odoo.conf');
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  for (const path of [folder, file, join(folder, 'data')]) await chown(path, NOBODY, NOBODY);
}

/** As run-in-root.sh has it. */
const NOBODY = 65_534;

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(60_000), redirect: 'manual' }).then(
    (response) => response.body?.cancel().then(() => response.status === 200) ?? false,
    () => false,
  );
}
