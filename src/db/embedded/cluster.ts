import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Log } from '../../kernel/log.ts';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import type { Binaries } from './binaries.ts';
import { diskFull, notWritable } from './explain-file-error.ts';
import type { ServerUser } from './server-user.ts';

/** The role that owns the embedded server. */
export const ROLE = 'mcube';

/**
 * Makes the server's files unless they exist; the caller holds the folder's lock. They are made under another name and
 * renamed at the end, so a cluster that stands there is a whole one, and a start that was cut short begins anew.
 */
export async function makeCluster(
  cluster: string,
  binaries: Binaries,
  user: ServerUser,
  password: string,
  log: Log,
): Promise<void> {
  await removeHalfMade(dirname(cluster));
  if ((await stat(cluster).catch(() => undefined)) !== undefined) return;
  log.info({ folder: cluster }, 'Making a new database');
  const draft = await mkdtemp(join(dirname(cluster), DRAFT));
  try {
    await runInitdb(draft, binaries, user, password);
    await rename(join(draft, 'cluster'), cluster);
    await syncFolder(dirname(cluster));
  } finally {
    await rm(draft, REMOVAL);
  }
}

async function runInitdb(draft: string, binaries: Binaries, user: ServerUser, password: string): Promise<void> {
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await mkdir(join(draft, 'cluster'), { mode: 0o700 });
  if (user.owner !== null)
    for (const path of [join(draft, 'cluster'), passwordFile, draft]) await chown(path, user.owner.uid, user.owner.gid);
  const { file, args, options } = user.command(binaries.initdb, [
    ...['--pgdata', join(draft, 'cluster'), '--username', ROLE, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', ...LOCALE],
  ]);
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  const [status, said] = await Promise.all([exit, text(child.stderr)]);
  if (status !== 0) throw new BadSetting(explainInitdb(dirname(draft), said));
}

/**
 * The built-in provider sorts by code point on every machine and never changes with an update of the system's libraries,
 * which would silently break indexes. Its character classes come from libc only for pg_trgm, which needs a UTF-8 one to
 * see letters beyond ASCII.
 */
const LOCALE = [
  ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
  ...['--lc-ctype', process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'],
];

function explainInitdb(dataDir: string, said: string): string {
  const reason = said.trim().split('\n').slice(-6).join(' ');
  if (/No space left/i.test(said)) return diskFull(dataDir);
  if (/user does not exist|could not look up effective user/i.test(said))
    return `The embedded PostgreSQL needs a user with an entry in /etc/passwd: start the service as one, or set DATABASE_URL (${reason}).`;
  if (/Permission denied|Read-only/i.test(said)) return notWritable(dataDir, reason);
  return `The embedded PostgreSQL could not make its files in ${dataDir}: ${reason}`;
}

/** Makes the new names in a folder survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** What a start that was cut short left behind. */
async function removeHalfMade(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(DRAFT));
  await Promise.all(names.map((name) => rm(join(dataDir, name), REMOVAL)));
}

/** The initdb of a start that was killed goes on writing for a second or two, unless its files are taken away under it. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

const DRAFT = 'postgres.new-';
