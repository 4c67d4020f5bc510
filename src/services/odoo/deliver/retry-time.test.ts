import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-time.ts';

test('A delivery is tried again ever more rarely for two days, and not for ever', () => {
  const waits = Array.from({ length: 10 }, (_, attempts) => retryAfterSeconds(attempts + 1, 0.5));
  expect(waits).toEqual([5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400, undefined]);
});

test('What failed together comes back spread out, and never before Odoo asked for it', () => {
  expect(retryAfterSeconds(2, 0)).toBe(27);
  expect(retryAfterSeconds(2, 1)).toBe(33);
  expect(retryAfterSeconds(1, 0.5, 60)).toBe(60);
});
