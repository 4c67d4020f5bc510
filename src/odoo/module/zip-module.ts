import { zipSync } from 'fflate';
import { MODULE_NAME, type ModuleFiles } from './module-files.ts';

/** The module as a zip file, the same bytes for the same content. */
export function zipModule(files: ModuleFiles): Uint8Array {
  const entries = [...files].map(([path, content]) => [`${MODULE_NAME}/${path}`, content] as const);
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T12:00:00' });
}
