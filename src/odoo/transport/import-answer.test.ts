import { expect, test } from 'vitest';
import { answered } from './failure.ts';
import { importedIds, readImportAnswer } from './import-answer.ts';

const LOAD = { model: 'crm.lead', method: 'load' };

test('What an import took in are its ids', () => {
  const taken = { ids: [4, 5], messages: [] };
  expect(readImportAnswer(LOAD, answered(taken))).toEqual(answered(taken));
  expect(importedIds(taken)).toEqual([4, 5]);
});

test.each([
  ['could not serialize access due to concurrent update', 'conflict'],
  ['could not extend file "base/1/2": No space left on device', 'busy'],
  ['Missing required value for the field "Name" (name)', 'validation'],
])('An import that took nothing in, "%s", has failed: %s', (message, kind) => {
  const refused = answered({ ids: false, messages: [{ type: 'error', message }] });
  expect(readImportAnswer(LOAD, refused)).toMatchObject({ kind: 'failed', failure: { kind } });
});

test('Other methods answer what they answer', () => {
  const read = answered({ ids: false });
  expect(readImportAnswer({ ...LOAD, method: 'read' }, read)).toBe(read);
});
