import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

/** Writes the types of web/api from docs/openapi.json; with --check it only says whether they still fit. */
const DESCRIPTION = new URL('../docs/openapi.json', import.meta.url);
const FILE = new URL('../web/api/schema.d.ts', import.meta.url);

const HEADER = '// Written by "npm run generate" from docs/openapi.json.\n';
const types = HEADER + astToString(await openapiTypescript(DESCRIPTION));

if (!process.argv.includes('--check')) await writeFile(FILE, types);
else if ((await readFile(FILE, 'utf8').catch(() => '')) !== types) {
  console.error('web/api/schema.d.ts is not what docs/openapi.json says: run "npm run generate".');
  process.exitCode = 1;
}
