import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../../kernel/log.ts';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import type { Binaries } from './binaries.ts';

/** The operating system user that PostgreSQL runs as, and how to start a program as that user. */
export type ServerUser = {
  /** Who must own the server's files; null: whoever we are. */
  readonly owner: Owner | null;
  command(program: string, args: readonly string[]): Command;
};

export type Owner = { readonly uid: number; readonly gid: number };
export type Command = {
  file: string;
  args: string[];
  options: { cwd: string; env: NodeJS.ProcessEnv } & Partial<Owner>;
};

/** PostgreSQL refuses to run as root: then it runs as the owner of its files, or as `nobody` when there are none yet. */
export async function chooseServerUser(binaries: Binaries, cluster: string, log: Log): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { owner: null, command: (program, args) => command(program, args) };
  const owner = await findOwner(cluster);
  const user = WAYS.map((way) => ({ way, owner, command: way.become(owner) })).find((candidate) =>
    canWork(candidate.command, binaries, dirname(cluster)),
  );
  if (user === undefined) throw new BadSetting(cannotEnter(owner, binaries, cluster));
  if (user.way.warning !== undefined) log.warn(user.way.warning);
  return user;
}

type Way = { become(owner: Owner): ServerUser['command']; warning?: string };

/**
 * A checkout in /root or in a folder of `mktemp -d` is closed to everybody but root. Then the server gets the one right
 * to look up and read files, not to write them. Containers often withhold that right and grant the wider one.
 */
const WAYS: readonly Way[] = [
  { become: (owner) => (program, args) => command(program, args, owner) },
  { become: (owner) => withCapability('dac_read_search', owner) },
  {
    become: (owner) => withCapability('dac_override', owner),
    warning:
      'PostgreSQL runs with the right to override file permissions, because its user cannot enter the folders it needs; set MCUBE_DATA_DIR to a folder such as /var/lib/mcube and keep the checkout in one such as /opt/mcube to avoid that.',
  },
];

/** access(2), by which PostgreSQL checks its programs, ignores capabilities unless no_setuid_fixup is set. */
function withCapability(capability: string, { uid, gid }: Owner): ServerUser['command'] {
  const become = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const keep = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  return (program, args) => command('setpriv', [...become, ...keep, program, ...args]);
}

function command(file: string, args: readonly string[], owner?: Owner): Command {
  // The server must behave the same from every shell, so nothing is inherited; the folder is one that anybody may enter.
  const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };
  return { file, args: [...args], options: { cwd: '/', env, ...owner } };
}

/** Tried, not computed from modes: access lists, containers and mount options have their say too. */
function canWork(command: ServerUser['command'], binaries: Binaries, folder: string): boolean {
  const succeeds = (program: string, args: readonly string[]) => {
    const { file, args: all, options } = command(program, args);
    return spawnSync(file, all, { ...options, stdio: 'ignore' }).status === 0;
  };
  const isOpen = (path: string) => succeeds('test', ['-x', path]);
  return isOpen(folder) && isOpen(binaries.initdb) && succeeds(binaries.postgres, ['--version']);
}

function cannotEnter(owner: Owner, { postgres }: Binaries, cluster: string): string {
  return `The embedded PostgreSQL cannot run as root, and user ${owner.uid} cannot enter ${dirname(cluster)} or start ${postgres}: set MCUBE_DATA_DIR to a folder such as /var/lib/mcube and keep the checkout in one such as /opt/mcube, or set DATABASE_URL to a PostgreSQL server.`;
}

async function findOwner(cluster: string): Promise<Owner> {
  const found = await stat(cluster).catch(() => undefined);
  return found === undefined || found.uid === 0 ? readNobody() : { uid: found.uid, gid: found.gid };
}

async function readNobody(): Promise<Owner> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  // 65534 is nobody wherever it has another name or none.
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}
