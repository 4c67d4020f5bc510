import { describe, expect, test } from 'vitest';
import { CLOUD, call } from './test-samples.ts';

describe('talk time', () => {
  test.each<[unknown, unknown, number, string | null]>([
    ['00:00:04', undefined, 4, '00:00:04'],
    ['01:02:03', undefined, 3723, '01:02:03'],
    ['02:03', undefined, 123, '02:03'],
    ['192', '193', 192, '192'],
    [120, undefined, 120, '120'],
    ['192.7', undefined, 192, '192.7'],
    ['0', '193', 193, '193'],
    ['', '193', 193, '193'],
    ['00:00:00', '193', 193, '193'],
    ['soon', '', 0, 'soon'],
    ['00:99:99', undefined, 0, '00:99:99'],
    ['-5', undefined, 0, '-5'],
    ['99999999999', undefined, 0, '99999999999'],
    ['2026-09-21 11:50:00', undefined, 0, '2026-09-21 11:50:00'],
    ['', undefined, 0, null],
  ])('answeredtime %j and duration %j are %d s', (answeredtime, duration, seconds, raw) => {
    expect(call({ ...CLOUD, answeredtime, duration })).toMatchObject({ duration: seconds, duration_raw: raw });
  });

  test('is 0 for a call that was not answered', () => {
    expect(call({ ...CLOUD, dialstatus: 'BUSY', answeredtime: '00:00:09' })).toMatchObject({
      duration: 0,
      duration_raw: '00:00:09',
    });
  });
});
