import { stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BadSetting } from '../../kernel/setting-parsers.ts';

/**
 * Lets one process at a time start or stop the server of a folder. The lock is a listening local socket: the kernel
 * takes it away with the process, so nothing stale can remain, as would a file after `kill -9`.
 */
export async function withFolderLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const { dev, ino } = await stat(folder);
  const lock = await take(`mcube-${dev}-${ino}`, folder);
  try {
    return await work();
  } finally {
    await new Promise((resolve) => lock.close(resolve));
  }
}

async function take(name: string, folder: string): Promise<Server> {
  // Linux has socket names outside the file system; elsewhere it is a file, which its holder's death leaves behind.
  const path = process.platform === 'linux' ? `\0${name}` : `/tmp/${name}.sock`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const lock = await listen(path);
    if (lock !== undefined) return lock;
    if (process.platform !== 'linux' && !(await answers(path))) await unlink(path).catch(() => undefined);
    await sleep(PAUSE);
  }
  throw new BadSetting(`Another process has been starting or stopping the database in ${folder} for minutes: end it.`);
}

// Longer than the patience with a server that recovers from a crash (launch.ts), which happens under the lock.
const PAUSE = 25;
const ATTEMPTS = (7 * 60_000) / PAUSE;

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) =>
      'code' in error && error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}
