import { describe, expect, test } from 'vitest';
import type { Payload } from './payload.ts';
import { CLASSIC, CLOUD, call, read } from './test-samples.ts';

describe('the customer is told from the agent', () => {
  test.each<[string, Payload, string | null]>([
    ['Classic with a withheld caller', { callid: '1', callfrom: '', callto: '9800000001', dialstatus: 'CANCEL' }, null],
    ['Cloud with empty keys of Classic', { ...CLOUD, callfrom: '', landingnumber: null, customer: 'x' }, '9000000001'],
    [
      'Classic that the agent dialled',
      { ...CLASSIC, callType: 'Outbound', callfrom: '09800000001', callto: '9000000001' },
      '9000000001',
    ],
    ['Classic, outgoing, without such a proof', { ...CLASSIC, callType: 'Outbound' }, '9000000001'],
  ])('%s', (_name, payload, phone) => {
    expect(call(payload).phone_number).toBe(phone);
  });
});

describe('without a number', () => {
  const { callto: _customer, ...noKey } = CLOUD;
  test.each<[string, Payload]>([
    ['an empty event', {}],
    ['something else', { hello: 'world' }],
    ['a call without the key', noKey],
    ['an empty number alone', { callto: '' }],
    ['an empty number with an id alone', { callto: '', callid: '1' }],
    ['an empty number without an id', { ...CLOUD, callto: '', callid: '' }],
    ['a recording without an id', { filename: CLOUD.filename }],
  ])('%s is unreadable', (_name, payload) => {
    expect(read(payload)).toEqual({ kind: 'unreadable', message: 'Missing phone number' });
  });

  test.each(['', null, '0', 'anonymous', 'Unknown', '12345', 'NA'])(
    '%j is a withheld caller when the rest shows a call',
    (callto) => {
      expect(call({ ...CLOUD, callto })).toMatchObject({ phone_number: null, phone_sanitized: null, rank: 3 });
      expect(call({ callid: '1', callto, dialstatus: 'CANCEL' })).toMatchObject({ phone_number: null });
    },
  );
});
