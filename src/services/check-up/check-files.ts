import { access, constants, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Finding, failure, ok, warning } from './finding.ts';

/** The data folder: is it there, may it be written, may others read it, and is there room. */
export async function checkFiles(dataDir: string): Promise<Finding[]> {
  const folder = resolve(dataDir);
  const unusable = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (unusable !== undefined)
    return [
      failure(
        'data folder',
        `${folder} cannot be used (${unusable}).`,
        'Start the service, and this command, as the owner of the folder, or correct MCUBE_DATA_DIR.',
      ),
    ];
  return [await checkSecrets(folder), await checkSpace(folder)];
}

/** Whoever may read these files may read every call. */
async function checkSecrets(folder: string): Promise<Finding> {
  for (const name of ['secret.key', 'postgres-password', 'postgres']) {
    const path = join(folder, name);
    const mode = await stat(path).then(
      (found) => found.mode,
      () => 0,
    );
    if ((mode & 0o077) !== 0)
      return failure('data folder', `Other users of this machine can read ${path}.`, `Run: chmod go= '${path}'`);
  }
  return ok('data folder', `${folder} is ours, and its secrets are closed to others.`);
}

async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const says = `${(free / GIB).toFixed(1)} GiB are free on the disk of ${folder}.`;
  const fix = 'Free some space, or move the data folder to a larger disk and set MCUBE_DATA_DIR.';
  if (free < GIB / 4) return failure('disk space', says, fix);
  // The write-ahead log alone may grow to 2 GiB between two checkpoints (db/embedded/server-settings.ts).
  return free < 3 * GIB ? warning('disk space', says, fix) : ok('disk space', says);
}

const GIB = 2 ** 30;
