import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** The password of the embedded server's only role, made at the first start; whoever may read the file may use the data. */
export async function readOrMakePassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres-password');
  return (await readPassword(file)) ?? (await makePassword(file));
}

async function readPassword(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole under another name and linked: of several processes one wins, and nobody reads half a password. */
async function makePassword(file: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${password}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch(() => undefined);
  await unlink(draft);
  return (await readPassword(file)) ?? password;
}
