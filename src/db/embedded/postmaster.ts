import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The running server of a cluster, as its file postmaster.pid tells. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections; else it starts, recovers or shuts down. */
  readonly ready: boolean;
};

/** The server that holds a cluster now; undefined when there is none, even if a dead one left its file behind. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readPidFile(cluster)).split('\n');
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  return postmaster.pid > 0 && (await isServing(postmaster.pid, cluster)) ? postmaster : undefined;
}

/** Whether a process is the server of this cluster: alive, not a zombie, and not a stranger with a used-up number. */
export async function isServing(pid: number, cluster: string): Promise<boolean> {
  return (await readCommandLine(pid)).includes(`\0-D\0${cluster}\0`);
}

/**
 * PostgreSQL takes any living process for the old server: a stranger that got its number (after a reboot, in a new
 * container), or its zombie where nobody collects those. So the dead one's number is replaced by one that no process
 * can have. The rest of the file stays: by it PostgreSQL finds orphans that still hold the cluster's memory.
 */
export async function forgetDeadPostmaster(cluster: string): Promise<void> {
  const content = await readPidFile(cluster);
  if (!/^\d+\n/.test(content)) return;
  await writeFile(join(cluster, PID_FILE), content.replace(/^\d+/, String(IMPOSSIBLE_PID)));
}

const PID_FILE = 'postmaster.pid';
// Linux counts to 4,194,304 at most, macOS to 99,999.
const IMPOSSIBLE_PID = 4_194_305;

async function readPidFile(cluster: string): Promise<string> {
  return readFile(join(cluster, PID_FILE), 'utf8').catch(() => '');
}

/** Empty for zombies and for processes that do not exist. */
async function readCommandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.replace(/\s+/g, '\0');
  } catch {
    return '';
  }
}
