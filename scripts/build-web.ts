import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Builds the web application into web/dist when what it is made of has changed since; otherwise it is over at once.
 * The service runs it when it starts, tests before they open a browser. --force builds in any case.
 */
const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.built-from');
const LOCK = join(ROOT, 'node_modules/.web-build');

const wanted = await fingerprint();
if (process.argv.includes('--force') || !(await isBuilt())) await alone(build);

async function build(): Promise<void> {
  // Another process may have built it while this one waited.
  if (!process.argv.includes('--force') && (await isBuilt())) return;
  // Where only what the service needs was installed, what is there is served as it is.
  if (!existsSync(join(ROOT, 'node_modules/vite'))) return;
  console.log('Building the web application: once, and again when it has changed. This takes some seconds …');
  // Whoever starts this may be a test: what people get is what is tested.
  process.env.NODE_ENV = 'production';
  const { build: bundle } = await import('vite');
  await bundle({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  await compress();
  await writeFile(STAMP, wanted);
}

async function isBuilt(): Promise<boolean> {
  return (await readFile(STAMP, 'utf8').catch(() => '')) === wanted;
}

/** Of everything that the result depends on. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const sources = (await readdir(WEB, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(DIST))
    .sort();
  for (const path of [...sources, join(ROOT, 'vite.config.ts'), join(ROOT, 'package-lock.json')])
    hash
      .update(path.slice(ROOT.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  return hash.digest('hex');
}

/** What is served as it is written here costs no time when it is asked for. */
async function compress(): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
    if (!/\.(js|css|html|svg|webmanifest)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    await writeFile(`${path}.br`, brotliCompressSync(bytes, quality));
    await writeFile(`${path}.gz`, gzipSync(bytes));
  }
}

/** One at a time: who comes second waits and finds it done. A lock whose owner is gone is nobody's. */
async function alone(work: () => Promise<void>): Promise<void> {
  const lock = await open(LOCK, 'wx').catch(() => undefined);
  if (lock === undefined) {
    if (!isAlive(Number(await readFile(LOCK, 'utf8').catch(() => '')))) await rm(LOCK, { force: true });
    await sleep(200);
    return alone(work);
  }
  try {
    await lock.writeFile(String(process.pid));
    await work();
  } finally {
    await lock.close();
    await rm(LOCK, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch {
    return false;
  }
}
