import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../web/dist');
/** Compressed bytes of script before anything can be drawn. */
const MOST = 350_000;

test('the page loads little script at first: charts, the player and views come when they are opened', async () => {
  const page = await readFile(join(DIST, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all(first.map(async (path) => (await stat(join(DIST, `${path}.gz`))).size));
  expect(first.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST);
});

test('every file that the page and the manifest name is there', async () => {
  const texts = await Promise.all(
    ['index.html', 'manifest.webmanifest'].map((name) => readFile(join(DIST, name), 'utf8')),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/"(?:src|href)?"?:?=? ?"?(\/[\w./-]+\.\w+)"/g)].map(([, path = '']) => path),
  );
  expect(named).toContain('/icon-512.png');
  for (const path of named) expect([path, (await stat(join(DIST, path))).size]).toEqual([path, expect.any(Number)]);
});
