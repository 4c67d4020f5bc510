import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { BadSetting } from '../../kernel/setting-parsers.ts';
import type { Settings } from '../../kernel/settings.ts';
import { createServiceKey, type ServiceKey } from '../../security/service-key.ts';

/** The service's key: the setting's, or the one in the data folder, which the first start makes. */
export async function loadServiceKey({
  secretKey,
  dataDir,
}: Pick<Settings, 'secretKey' | 'dataDir'>): Promise<ServiceKey> {
  if (secretKey !== null) return createServiceKey(secretKey);
  const file = join(dataDir, KEY_FILE);
  try {
    return createServiceKey((await readKey(file)) ?? (await makeKey(dataDir, file)));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new BadSetting(
      `The key of the service cannot be read from or written to ${file} (${error.message}): start the service as the owner of the folder, or set MCUBE_SECRET_KEY.`,
    );
  }
}

export const KEY_FILE = 'secret.key';
const KEY_BYTES = 32;

async function readKey(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  if (/^[0-9a-f]{64}$/i.test(text.trim())) return Buffer.from(text.trim(), 'hex');
  throw new BadSetting(
    `${file} does not hold a key of 64 hexadecimal digits: put the right one back from a backup. Without it what was sealed with it is lost; then delete the file, and the service makes a new key.`,
  );
}

/** Written under another name first, so that nobody reads half a key; of several processes one makes it, all use that one. */
async function makeKey(dataDir: string, file: string): Promise<Buffer> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  const key = await readKey(file);
  if (key === undefined) throw new BadSetting(`${file} vanished while the service started: start it again.`);
  return key;
}
