import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('keeps commas, quotes and lines inside their cell', () => {
  expect(csvOf([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n');
});

it('lets no cell act as a formula, and numbers stay numbers', () => {
  expect(csvOf([['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '+91 90000 00001', '-5']])).toBe(
    '\uFEFF"\'=1+1","\'+cmd|x","\'-2+3","\'@SUM(A1)","\'\t=1","+91 90000 00001","-5"\r\n',
  );
});
