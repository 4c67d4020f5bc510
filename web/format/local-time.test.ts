import { expect, it } from 'vitest';
import { localTimeOf, momentOf } from './local-time.ts';

it('shows and reads a moment by the clocks of the zone, whatever those of the device say', () => {
  const moment = new Date('2026-09-21T06:30:00Z');
  expect(localTimeOf(moment, 'Asia/Kolkata')).toBe('2026-09-21T12:00');
  expect(momentOf('2026-09-21T12:00', 'Asia/Kolkata')).toEqual(moment);
  // The clocks of New York go forward that night at two.
  expect(momentOf('2026-03-08T03:30', 'America/New_York')?.toISOString()).toBe('2026-03-08T07:30:00.000Z');
  expect(momentOf('', 'Asia/Kolkata')).toBeUndefined();
});
