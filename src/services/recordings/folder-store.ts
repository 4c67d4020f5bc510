import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RecordingStore } from './recording-store.ts';

/** Recordings as files of the folder recordings in the data folder, a folder for each day. */
export function createFolderStore(dataDir: string): RecordingStore {
  const folder = resolve(dataDir, 'recordings');
  return {
    place: folder,
    async put(name, path) {
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await sync(path);
      // From one folder of the disk to another: whoever looks sees all of it or nothing.
      await rename(path, target);
      await sync(dirname(target));
    },
    async read(name, range) {
      const file = await open(join(folder, name)).catch(ifMissing);
      return file?.createReadStream({ ...range });
    },
    async erase(name) {
      await rm(join(folder, name), { force: true });
    },
  };
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
