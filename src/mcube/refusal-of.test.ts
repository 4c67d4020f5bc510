import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOf } from './refusal-of.ts';
import { CLASSIC, CLASSIC_OUTBOUND, CLOUD, FACTS, read, VOICEBOT } from './test-samples.ts';

test('a call is refused exactly when it cannot be read, and in the same words', () => {
  const samples = fc.constantFrom<Record<string, unknown>>(CLOUD, CLASSIC, CLASSIC_OUTBOUND, VOICEBOT, {});
  const key = fc.constantFrom(
    'callto',
    'callfrom',
    'customer',
    'fromNumber',
    'callid',
    'landingnumber',
    'starttime',
    'status',
  );
  const value = fc.constantFrom(
    '',
    '0',
    '0000000000',
    'anonymous',
    '9000000001',
    '+919000000001',
    'None',
    null,
    9000000001,
  );
  fc.assert(
    fc.property(samples, fc.dictionary(key, value), fc.array(key), (sample, changes, missing) => {
      const payload: Record<string, unknown> = { ...sample, ...changes };
      for (const name of missing) delete payload[name];
      const reading = read(payload);
      expect(refusalOf(payload, FACTS)).toBe(reading.kind === 'call' ? null : reading.message);
    }),
    { numRuns: 3_000 },
  );
});
