import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The Odoos that are tested: the oldest and the newest that are promised, and packaged by Debian. */
export const VERSIONS = [14, 19] as const;
export type OdooVersion = (typeof VERSIONS)[number];

/** Where what takes minutes to make is kept between runs, outside the checkout. */
export const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mcube-odoo');

/** The folder with a Debian in which this Odoo is installed. */
export function rootOf(version: OdooVersion): string {
  return join(CACHE, `odoo-${version}`, 'root');
}

/** Why no real Odoo can be had on this machine, in a sentence; undefined when nothing speaks against it. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'Real Odoo servers are made from Debian packages: that needs Linux.';
  if (process.getuid?.() !== 0) return 'Real Odoo servers are made with chroot: run this as root.';
  for (const program of PROGRAMS)
    if (!existsSync(program))
      return `${program} is missing: real Odoo servers are made from Debian packages, on a Debian machine.`;
  return undefined;
}

const PROGRAMS = [
  '/usr/bin/apt-get',
  '/usr/bin/dpkg',
  '/usr/bin/unshare',
  '/usr/bin/flock',
  '/usr/share/keyrings/debian-archive-keyring.gpg',
];

/** Makes the folder of an Odoo, unless it is there. Who comes second waits for the first. */
export async function buildRoot(version: OdooVersion): Promise<void> {
  const folder = join(CACHE, `odoo-${version}`);
  if (existsSync(join(folder, 'complete'))) return;
  await mkdir(CACHE, { recursive: true });
  process.stderr.write(
    `Odoo ${version} is installed into ${folder} from Debian packages; this takes some minutes, once.\n`,
  );
  const script = join(import.meta.dirname, 'build-root.sh');
  const build = ['flock', join(CACHE, `odoo-${version}.lock`), script, folder, String(version)];
  // `timeout` has a group of processes of its own, with the whole installation in it, and ends all of it.
  const child = spawn('timeout', [BUILD_SECONDS, ...build], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  const said = lastWords(child);
  const [code] = await once(child, 'close');
  process.off('exit', end);
  if (code !== 0)
    throw new Error(`ODOO ${version} CANNOT BE HAD HERE: its Debian packages did not install.\n${said()}`);
}

const BUILD_SECONDS = '2400';

/** The end of what a process has written so far. */
export function lastWords(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text = (text + chunk).slice(-LAST);
    });
  return () => text;
}

const LAST = 6_000;
