import { readdir, readFile, readlink } from 'node:fs/promises';

/**
 * Ends the children of a server that was killed. They notice its death when they next wait for something; one that
 * computes, or is stopped, keeps the cluster's memory and with it the next server out. Nothing is lost by ending them:
 * nobody hears their answer any more, and the next server recovers from a crash anyway. Linux only: elsewhere they are
 * waited for.
 */
export async function endOrphans(cluster: string): Promise<number> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await isOrphan(pid, cluster)) ? [pid] : [])));
  for (const pid of found.flat()) endQuietly(pid);
  return found.flat().length;
}

async function isOrphan(pid: number, cluster: string): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  return (
    folder === cluster && (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).startsWith('postgres: ')
  );
}

function endQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
