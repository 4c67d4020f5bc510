import { describe, expect, test } from 'vitest';
import { CLOUD, CLOUD_ON_CALL, call } from './test-samples.ts';

describe('a call without an id gets one from its own facts', () => {
  const { callid: _id, ...hangup } = CLOUD;
  const { callid: _same, ...onCall } = CLOUD_ON_CALL;

  test('the same for On Call, On Hangup, every repeat, every agent tried and every spelling', () => {
    const id = call(hangup).call_id;
    expect(id).toMatch(/^derived-[0-9a-f]{24}$/);
    expect(call(onCall).call_id).toBe(id);
    expect(call({ ...onCall, emp_phone: '9800000099', agentname: 'Bina', dialstatus: 'RINGING' }).call_id).toBe(id);
    const respelled = {
      ...hangup,
      callto: '+91 90000 00001',
      clicktocalldid: '08030000001',
      starttime: '2026-09-21T06:19:57Z',
    };
    expect(call({ ...respelled, callid: '0' }).call_id).toBe(id);
    expect(call({ ...respelled, callid: '0000' }).call_id).toBe(id);
  });

  test('another one for another caller, number, start or direction', () => {
    const others = [
      {},
      { callto: '9000000002' },
      { clicktocalldid: '8030000002' },
      { starttime: '2026-09-21 11:49:58' },
      { direction: 'outbound' },
    ];
    expect(new Set(others.map((other) => call({ ...hangup, ...other }).call_id)).size).toBe(others.length);
  });

  test('from everything it says when it has no start', () => {
    const { starttime: _start, ...timeless } = hangup;
    const id = call(timeless).call_id;
    expect(call({ ...timeless, groupname: ' Integration ', starttime: '' }).call_id).toBe(id);
    expect(call(Object.fromEntries(Object.entries(timeless).reverse())).call_id).toBe(id);
    expect(call({ ...timeless, endtime: '2026-09-21 11:50:29' }).call_id).not.toBe(id);
  });

  test('and a long one is cut so that two stay two', () => {
    const long = (last: string) => call({ ...CLOUD, callid: 'x'.repeat(200) + last }).call_id;
    expect(long('1')).toHaveLength(100);
    expect(long('1')).toBe(long('1'));
    expect(long('1')).not.toBe(long('2'));
    expect(call({ ...CLOUD, callid: ' 1\u00002\n' }).call_id).toBe('12');
    expect(call({ ...CLOUD, callid: 179000000012345 }).call_id).toBe('179000000012345');
  });
});
