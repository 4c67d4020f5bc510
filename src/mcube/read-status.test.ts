import { describe, expect, test } from 'vitest';
import { CLASSIC_OUTBOUND, CLOUD, CLOUD_ON_CALL, call } from './test-samples.ts';

describe('how much an event knows', () => {
  const end = CLOUD.endtime;
  test.each<[string | null, string | null, number]>([
    ['CONNECTING', null, 0],
    ['RINGING', null, 0],
    ['ANSWER', null, 1],
    ['ANSWERED', null, 1],
    ['CANCEL', null, 2],
    ['EXECUTIVEBUSY', null, 0],
    ['EXECUTIVEBUSY', end, 2],
    ['NOANSWER', end, 2],
    ['BUSY', end, 2],
    ['VOICEMSG', end, 2],
    ['SOMETHING NEW', null, 0],
    ['SOMETHING NEW', end, 2],
    ['ANSWER', end, 3],
    ['ANSWER', '2051-01-01 00:00:00', 3],
    [null, null, 0],
    [null, end, 2],
  ])('%j with the end %j: %d', (dialstatus, endtime, rank) => {
    expect(call({ ...CLOUD_ON_CALL, dialstatus, endtime }).rank).toBe(rank);
  });

  test('talk time ends a call as an end does, and answers one without a status', () => {
    expect(call({ ...CLOUD_ON_CALL, answeredtime: 120 })).toMatchObject({ rank: 3, duration: 120, end_date: null });
    expect(call({ ...CLOUD, dialstatus: null })).toMatchObject({ rank: 3, duration: 4, status: null });
  });

  test.each(['NOANSWER', 'BUSY', 'SOMETHING NEW'])(
    '%s is the end at hang-up, whatever the end time says',
    (dialstatus) => {
      const hangUp = { ...CLOUD, dialstatus, answeredtime: '' };
      for (const endtime of ['0000-00-00 00:00:00', '', null]) expect(call({ ...hangUp, endtime }).rank).toBe(2);
    },
  );

  test('the person we dialled being busy is the end of it', () => {
    expect(
      call({ ...CLASSIC_OUTBOUND, status: 'Customer Busy', endtime: '', answeredtime: '', duration: '' }).rank,
    ).toBe(2);
  });

  test('a word nobody has seen is kept, and is no answer', () => {
    expect(call({ ...CLOUD, dialstatus: 'SOMETHING NEW' })).toMatchObject({ status: 'SOMETHING NEW', duration: 0 });
  });
});
