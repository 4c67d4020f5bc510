import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import type { Settings } from '../../kernel/settings.ts';

/** Where files are while they come in: on the disk of the folder that keeps them. */
export function draftFolder({ dataDir }: Pick<Settings, 'dataDir'>): string {
  return join(dataDir, 'recordings', '.drafts');
}

/** Removes what a process left there that was killed; what somebody may still write to stays. */
export async function clearDrafts(folder: string, clock: Clock): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const age = clock.now().getTime() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? clock.now().getTime());
    if (age > OLD_MS) await rm(path, { force: true });
  }
}

/** Any download has ended long before. */
const OLD_MS = 3_600_000;
