import { readFile, writeFile } from 'node:fs/promises';
import { describeSettings } from './describe-settings.ts';

/** Writes .env.example and docs/settings.md from the settings; with --check it only says whether they still fit. */
const check = process.argv.includes('--check');
for (const [path, content] of Object.entries(describeSettings())) {
  const file = new URL(`../${path}`, import.meta.url);
  if (!check) await writeFile(file, content);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== content) {
    console.error(`${path} is not what src/kernel/settings.ts says: run "npm run generate".`);
    process.exitCode = 1;
  }
}
