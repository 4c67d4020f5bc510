import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { recognise } from '../src/kernel/recognise.ts';
import { SENTENCES } from '../src/kernel/sentences.ts';
import { SAID } from '../web/i18n/said.hi.ts';

test('every sentence of the service has its Hindi one, with the same values', () => {
  const wanted = Object.entries(SENTENCES).map(([code, text]) => [code, [...new Set(text.match(/\{\w+\}/g))].sort()]);
  const there = Object.entries(SAID).map(([code, text]) => [
    code,
    [...new Set(text.match(/%\{\w+\}/g))].map((value) => value.slice(1)).sort(),
  ]);
  expect(Object.fromEntries(there)).toEqual(Object.fromEntries(wanted));
  expect(Object.entries(SAID).filter(([, text]) => !/[\u0900-\u097f]/.test(text))).toEqual([]);
});

test('what is refused, and why something is as it is, is said in sentences that have a code', () => {
  const files = globSync('src/{http,services,models,odoo,mcube,security}/**/*.ts', { cwd: ROOT });
  const strange = files
    .filter((file) => !file.endsWith('.test.ts') && !ENGLISH_ONLY.includes(file))
    .flatMap((file) => textsIn(file).filter((text) => recognise(text) === undefined));
  expect(files.length).toBeGreaterThan(200);
  expect(strange).toEqual([]);
});

const ROOT = join(import.meta.dirname, '..');

/** Read by programs and operators: MCUBE's answers, pushes to phones, what Odoo shows its own users. */
const ENGLISH_ONLY = ['src/http/controllers/webhook.ts'];

/** Where sentences stand: as what a RequestError says, and under these names. */
const TOLD_AS = new Set(['message', 'reason', 'fix']);

/** The texts of a file that people are told; whatever is put into them stands as a word. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'RequestError') collect(node.arguments?.[1], texts);
    if (ts.isPropertyAssignment(node) && TOLD_AS.has(node.name.getText())) collect(node.initializer, texts);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function collect(node: ts.Node | undefined, texts: string[]): void {
  if (node === undefined || ts.isCallExpression(node)) return;
  const text = textOf(node);
  if (text === undefined) ts.forEachChild(node, (child) => collect(child, texts));
  else if (/[a-z] [a-z]/i.test(text.replaceAll(WORD, ''))) texts.push(text);
}

const WORD = 'w0rd';

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `${WORD}${literal.text}`).join('');
}
