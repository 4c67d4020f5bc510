import { describe, expect, test } from 'vitest';
import { CLOUD, call } from './test-samples.ts';

describe('times', () => {
  const start = new Date('2026-09-21T06:19:57Z');
  test.each<[string, string, string, Date | null, boolean]>([
    ['an end before the start', CLOUD.starttime, '2026-09-21 11:49:56', start, false],
    ['an end a day and a second after the start', CLOUD.starttime, '2026-09-22 11:49:58', start, false],
    ['an end in 2051', CLOUD.starttime, '2051-01-01 00:00:00', start, false],
    ['an end of zeros', CLOUD.starttime, '0000-00-00 00:00:00', start, false],
    ['an end at the start', CLOUD.starttime, CLOUD.starttime, start, true],
    ['a start in the far future', '2026-09-23 11:49:57', '2026-09-21 11:50:28', null, true],
    ['a start of zeros', '0000-00-00 00:00:00', '2026-09-21 11:50:28', null, true],
    ['a start long ago', '2019-02-30 11:49:57', '', null, false],
  ])('%s', (_name, starttime, endtime, call_date, hasEnd) => {
    const event = call({ ...CLOUD, starttime, endtime });
    expect(event.call_date).toEqual(call_date);
    expect(event.end_date !== null).toBe(hasEnd);
  });
});
