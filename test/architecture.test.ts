import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** The folders and files of src, lowest rank first; those of one line know nothing of each other. */
const RANKS: readonly (readonly string[])[] = [
  ['kernel'],
  ['db'],
  ['models'],
  ['mcube', 'odoo', 'security'],
  ['services'],
  ['simulate'],
  ['http'],
  ['app.ts'],
  ['cli'],
  ['main.ts'],
];
const MOST_LINES = 250;
/** One file a language, so that a translator has all of it in one place; and what is generated. */
const CATALOGUES = /^web\/(i18n\/(en|hi)\.ts|api\/schema\.d\.ts)$/;

const sources = await read('src', 'bench', 'scripts');
const product = sources.filter(({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts'));
const web = (await read('web')).filter(({ path }) => !path.startsWith('web/dist/'));

describe('every file', () => {
  test('imports only what ranks lower, or what lies in its own folder', () => {
    const wrong = product.flatMap(({ path, text }) => {
      const from = partOf(join(ROOT, path));
      return importsOf(path, text)
        .map(partOf)
        .filter((to) => to !== from && (rankOf(to) === -1 || rankOf(to) >= rankOf(from)))
        .map((to) => `${path} imports from ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  test('lies in a folder that has a rank', () => {
    const parts = new Set(product.map(({ path }) => partOf(join(ROOT, path))));
    expect([...parts].filter((part) => rankOf(part) === -1)).toEqual([]);
  });

  test(`has at most ${MOST_LINES} lines`, () => {
    const long = [...sources, ...web].filter(({ text }) => text.trimEnd().split('\n').length > MOST_LINES);
    expect(long.map(({ path }) => path).filter((path) => !CATALOGUES.test(path))).toEqual([]);
  });

  test('imports only what package.json declares, at the place where it is needed', async () => {
    const declared: unknown = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const dependencies = namesIn(declared, 'dependencies');
    const wrong = product.flatMap((source) => undeclaredImportsOf(source, dependencies));
    expect(wrong).toEqual([]);
  });
});

describe('the web application', () => {
  test('and the service know each other by the API alone', () => {
    const wrong = [...product, ...web].flatMap(({ path, text }) =>
      importsOf(path, text)
        .map((to) => relative(ROOT, to))
        .filter((to) => to.split('/')[0] !== path.split('/')[0])
        .map((to) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('imports only what package.json declares', async () => {
    const declared: unknown = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    // Built before it is served: nothing of it is needed where the service runs.
    const dependencies = [...namesIn(declared, 'dependencies'), ...namesIn(declared, 'devDependencies')];
    expect(web.flatMap((source) => undeclaredImportsOf(source, dependencies))).toEqual([]);
  });

  test('takes from the component libraries one thing at a time, never the whole', () => {
    const whole = web.filter(({ text }) => /from '@mui\/(?:material|icons-material)'|from 'echarts'/.test(text));
    expect(whole.map(({ path }) => path)).toEqual([]);
  });
});

describe('what comes from outside', () => {
  test('the environment is read in main.ts alone', () => {
    expect(filesWith(/process\.env/)).toEqual(['src/main.ts']);
  });

  test('the present moment is asked for in kernel/clock.ts alone', () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\)/).filter((path) => !path.startsWith('web/'))).toEqual([
      'src/kernel/clock.ts',
    ]);
  });

  test('nothing is forced upon the compiler: no any, no cast to it, no silenced error', () => {
    expect(filesWith(/\bas any\b|: any\b|<any>|@ts-(?:ignore|expect-error|nocheck)|as unknown as/)).toEqual([]);
  });
});

type Source = { path: string; text: string };

async function read(...folders: string[]): Promise<Source[]> {
  const found: Source[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      found.push({ path: relative(ROOT, path), text: await readFile(path, 'utf8') });
    }
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function undeclaredImportsOf({ path, text }: Source, declared: readonly string[]): string[] {
  return specifiersOf(text)
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))
    .filter((name) => !declared.includes(name))
    .map((name) => `${path} imports ${name}`);
}

function filesWith(pattern: RegExp): string[] {
  return [...product, ...web].filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

function specifiersOf(text: string): string[] {
  return [...text.matchAll(/(?:^import\s|\sfrom\s|\bimport\()\s*'([^']+)'/gm)].flatMap(
    ([, specifier]) => specifier ?? [],
  );
}

function importsOf(path: string, text: string): string[] {
  return specifiersOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolve(dirname(join(ROOT, path)), specifier));
}

/** The folder of src, or the file in it, to which a path belongs; '..' for what lies outside. */
function partOf(path: string): string {
  return relative(SRC, path).split('/')[0] ?? '';
}

function rankOf(part: string): number {
  return RANKS.findIndex((parts) => parts.includes(part));
}

function namesIn(json: unknown, field: string): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const inside: unknown = Object.entries(json).find(([key]) => key === field)?.[1];
  return typeof inside === 'object' && inside !== null ? Object.keys(inside) : [];
}
