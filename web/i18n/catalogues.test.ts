import { expect, test } from 'vitest';
import { en } from './en.ts';
import { hi } from './hi.ts';

// The same keys are a matter of types; what stands in a text is not.
test('every text in Hindi has the values, and the forms for one and many, of the English one', () => {
  const translated = new Map(textsOf(hi));
  const wrong = textsOf(en).filter(([key, text]) => shapeOf(text) !== shapeOf(translated.get(key) ?? ''));
  expect(wrong).toEqual([]);
});

test('no text in Hindi was left in English, but for names', () => {
  const same = textsOf(hi).filter(
    ([, text]) => text.trim() !== '' && !/[\u0900-\u097f]/.test(text.replace(/%\{\w+\}/g, '')),
  );
  expect(same.map(([key]) => key)).toEqual([
    'ra.page.edit',
    'ra.page.list',
    'ra.page.show',
    'app.name',
    'list.estimated_total',
    'pages.odoo',
  ]);
});

function textsOf(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value, `${path}${key}.`),
  );
}

/** Its values, each once, and how many forms it has. */
function shapeOf(text: string): string {
  return [...new Set(text.match(/%\{\w+\}/g))].sort().join() + text.split('||||').length;
}
