import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeForVersion } from './write-for-version.ts';

/** The files of our module by their path within it, as an Odoo of one version wants them. */
export type ModuleFiles = Map<string, Uint8Array>;

export const MODULE_NAME = 'mcube_integration';

/** What the module calls a call record: Odoo wants such names to begin with x_. */
export const CALL_RECORD = 'x_mcube_call_record';

/** Reads the module and puts it into the words of a version. */
export async function readModuleFiles(major: number): Promise<ModuleFiles> {
  const files: ModuleFiles = new Map();
  for (const entry of await readdir(SOURCE, { recursive: true, withFileTypes: true })) {
    const path = relative(SOURCE, join(entry.parentPath, entry.name));
    if (!entry.isFile() || path.startsWith('static/')) continue;
    const content = await readFile(join(SOURCE, path));
    files.set(path, /\.(xml|py)$/.test(path) ? Buffer.from(writeForVersion(content.toString(), major)) : content);
  }
  const widgets = major >= FIRST_OWL ? 'mcube-owl.js' : 'mcube-legacy.js';
  // Below 15 views/assets.xml makes a record of it.
  const place = major >= FIRST_ASSETS ? 'static/lib/mcube.js' : 'lib/mcube.js';
  files.set(place, await readFile(join(SOURCE, 'static/lib', widgets)));
  return files;
}

const SOURCE = join(import.meta.dirname, '../../../odoo', MODULE_NAME);

/** The first version whose web client is made of OWL components throughout. */
const FIRST_OWL = 16;

/** The first version whose manifests name assets. */
const FIRST_ASSETS = 15;

/** The version in the module's manifest, as "1.0.0". */
export function moduleVersion(files: ModuleFiles): string {
  const manifest = Buffer.from(files.get('__manifest__.py') ?? []).toString();
  return /'version': '([^']+)'/.exec(manifest)?.[1] ?? '';
}
