import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { SENTENCES } from './sentences.ts';

const WORD = fc.stringMatching(/^[a-z0-9]{1,8}$/);

/** Any sentence with values as they are, its code, and its text. */
const SENTENCE = fc.constantFrom(...Object.entries(SENTENCES)).chain(([code, text]) => {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = fc.record(Object.fromEntries(names.map((name) => [name, anyValue(name)])));
  return values.map((given: Record<string, string>) => ({
    code,
    values: given,
    text: text.replace(/\{(\w+)\}/g, (_, name) => given[name] ?? ''),
  }));
});

function anyValue(name: string): fc.Arbitrary<string> {
  if (name === 'path') return WORD.map((word) => `/api/${word}`);
  if (name === 'model') return fc.constantFrom('crm.lead', 'res.users', 'mcube.call.record');
  if (name === 'said') return fc.constantFrom('Nothing. Not at all', 'You are not allowed', 'no');
  return WORD;
}

test('every sentence is recognised with its values, alone and among others', () => {
  fc.assert(
    fc.property(fc.array(SENTENCE, { minLength: 1, maxLength: 3 }), (sentences) => {
      // Where one ends shows by its full stop, and by the capital of the next.
      fc.pre(sentences.slice(1).every(({ text }) => /^[A-Z]/.test(text)));
      fc.pre(sentences.slice(0, -1).every(({ text }) => /[.)]$/.test(text)));
      const told = sentences.map(({ code, values }) => ({ code, values }));
      expect(recognise(sentences.map(({ text }) => text).join(' '))).toEqual(told);
    }),
    { numRuns: 3_000 },
  );
});

test.each(['', 'Something else.', 'It is open already. But not for you.', 'constructor', '{field} is missing'])(
  'what the service did not say is not recognised: %s',
  (text) => expect(recognise(text)).toBeUndefined(),
);

test('a long text of many sentences is given up, and soon', () => {
  expect(recognise('It is open already. '.repeat(90))).toBeUndefined();
  expect(recognise('Odoo failed at A: But. '.repeat(80))).toHaveLength(80);
});
