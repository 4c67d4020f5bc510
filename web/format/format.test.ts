import { expect, test } from 'vitest';
import { formatDuration } from './duration.ts';
import { dayOf, formatMoment } from './moment.ts';
import { formatNumber } from './number.ts';
import { formatPhoneNumber } from './phone-number.ts';

test('numbers are grouped as in India, in either language', () => {
  expect([formatNumber(1_234_567, 'en'), formatNumber(1_234_567, 'hi')]).toEqual(['12,34,567', '12,34,567']);
});

test('a duration reads as on a clock', () => {
  expect([0, 7, 271, 3729].map(formatDuration)).toEqual(['00:00', '00:07', '04:31', '1:02:09']);
});

test('a moment is told in the configured zone: the clock for today, the day for others, the year for other years', () => {
  const where = { language: 'en', timeZone: 'Asia/Kolkata' };
  const now = new Date('2026-09-21T20:00:00Z'); // 22 September, half past one in the night
  expect(formatMoment('2026-09-21T18:35:00Z', where, now)).toBe('00:05');
  expect(formatMoment('2026-09-21T18:25:00Z', where, now)).toMatch(/^21 Sept?, 23:55$/);
  expect(formatMoment('2025-12-31T18:29:00Z', where, now)).toMatch(/^31 Dec 2025, 23:59$/);
  expect(dayOf(new Date('2026-09-21T18:35:00Z'), 'Asia/Kolkata')).toBe('2026-09-22');
});

test('a phone number reads as people write it, and what is none stays as it is', () => {
  expect(['9000000001', '+919000000001', '09000000001'].map((number) => formatPhoneNumber(number, 'IN'))).toEqual(
    Array(3).fill('+91 90000 00001'),
  );
  expect(formatPhoneNumber('Extension 7', 'IN')).toBe('Extension 7');
});
