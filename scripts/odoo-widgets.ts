import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the widgets of the Odoo module, or with --check says whether those in the repository are current. */
const MODULE = join(import.meta.dirname, '../odoo/mcube_integration/static');

for (const { entry, format } of [
  // Odoo takes ES modules apart by itself from 16 on; before, a script that defines its own.
  { entry: 'owl', format: 'es' },
  { entry: 'legacy', format: 'iife' },
] as const) {
  const file = join(MODULE, 'lib', `mcube-${entry}.js`);
  const built = await buildWidgets(join(MODULE, 'src', entry, 'main.ts'), format);
  if (process.argv.includes('--check')) {
    if ((await readFile(file, 'utf8').catch(() => '')) === built) continue;
    console.error(`${file} is not what its source makes: run npm run generate.`);
    process.exitCode = 1;
  } else {
    await mkdir(join(MODULE, 'lib'), { recursive: true });
    await writeFile(file, built);
  }
}

async function buildWidgets(entry: string, format: 'es' | 'iife'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2019',
      lib: { entry, formats: [format], name: 'mcube_integration', fileName: 'widgets' },
      rolldownOptions: { external: /^@(odoo|web)\// },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${entry} makes nothing.`);
  // Odoo makes scripts smaller with expressions that take the inside of such a text for code, and cut spaces out of it.
  if (/\$\{[^}`]*`/.test(chunk.code)) throw new Error(`${entry} has a template within a template.`);
  const header = format === 'es' ? '/** @odoo-module **/\n' : '';
  return `${header}// Built from static/src by "npm run generate": change it there.\n${chunk.code.trimEnd()}\n`;
}
