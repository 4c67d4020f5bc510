import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The web application as its sources are now, before any test starts the service or opens a browser. */
export default async function buildWeb(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/build-web.ts')]);
}
