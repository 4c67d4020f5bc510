import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Log } from '../../kernel/log.ts';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import type { ServerUser } from './server-user.ts';

/** A cluster that was copied belongs to whoever copied it, or is open to others: PostgreSQL refuses both. */
export async function ownCluster(cluster: string, user: ServerUser, log: Log): Promise<void> {
  const { uid, mode } = await stat(cluster);
  const wanted = user.owner?.uid ?? process.getuid?.() ?? uid;
  if (uid !== wanted) {
    if (user.owner === null) throw new BadSetting(ofAnother(cluster, uid, wanted));
    log.info({ folder: cluster, uid: wanted }, 'Giving the database files to the user of PostgreSQL');
    await promisify(execFile)('chown', ['-R', `${user.owner.uid}:${user.owner.gid}`, cluster]);
  }
  if ((mode & 0o077) !== 0) await chmod(cluster, 0o700);
}

function ofAnother(cluster: string, uid: number, wanted: number): string {
  return `The database files in ${cluster} belong to user ${uid}, but the service runs as user ${wanted}: start it as that user or as root, or set MCUBE_DATA_DIR to another folder.`;
}
