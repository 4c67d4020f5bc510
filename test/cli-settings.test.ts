import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeSettings } from '../scripts/describe-settings.ts';

test.each(Object.entries(describeSettings()))(
  '%s is what the settings say: npm run generate',
  async (path, content) => {
    expect(await readFile(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(content);
  },
);
