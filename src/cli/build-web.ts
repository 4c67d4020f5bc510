import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '../../scripts/build-web.ts');

/** Sees to it that the web application is what its sources say. Should that fail, the service starts all the same. */
export async function buildWeb(): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.stderr.write('The web application could not be built; the service works without it.\n');
}
