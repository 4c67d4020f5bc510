import { describe, expect, test } from 'vitest';
import type { SimulatedCall } from './call.ts';
import { encodeEvent } from './encode-event.ts';
import type { Moment } from './event.ts';
import { linesOf } from './lines.ts';
import { payloadOf } from './payload-of.ts';
import { AGENTS } from './people.ts';

const hangup: Moment = { kind: 'on_hangup', recordingThere: true };
const ringing: Moment = { kind: 'on_call', tryIndex: 0 };

const CLOUD_KEYS =
  'starttime callid emp_phone clicktocalldid callto dialstatus filename direction endtime disconnectedby answeredtime groupname agentname';
const CLASSIC_KEYS =
  'callid calid refid bid gid assignto eid source landingnumber callfrom callto starttime endtime pulse answeredtime callername caller_email remark status keyword filename dialstatus last_modified duration empnumber empid empemail region apikey callType';
const CALLBACK_KEYS = 'callid executive customer starttime endtime status duration answeredtime filename pulse refid';

describe('a payload has the keys MCUBE was seen to send', () => {
  test.each([
    ['Cloud, inbound', 'cloud', 'inbound', CLOUD_KEYS],
    ['Cloud, outbound', 'cloud', 'outbound', `${CLOUD_KEYS} refid`],
    ['Classic, inbound', 'classic', 'inbound', CLASSIC_KEYS],
    ['Classic, outbound', 'classic', 'outbound', CALLBACK_KEYS],
    [
      'voice bot',
      'voicebot',
      'inbound',
      'callDirection fromNumber toNumber callId dialStatus callProvider filename startTime endTime answeredTime',
    ],
  ] as const)('%s', (_, account, direction, keys) => {
    expect(Object.keys(payloadOf(answeredCall(account, direction), hangup).payload)).toEqual(keys.split(' '));
  });

  test('the autodialer adds three to the callback and sends every key as a field of its own', () => {
    const { payload, encoding } = payloadOf({ ...answeredCall('classic', 'outbound'), autodialer: true }, hangup);
    expect(Object.keys(payload)).toEqual(`${CALLBACK_KEYS} callType caller_name source`.split(' '));
    expect(new URLSearchParams(encodeEvent({ payload, encoding }).body).get('status')).toBe('Call complete');
  });

  test('an On Call knows no end, no talk time and no recording', () => {
    const cloud = payloadOf(answeredCall('cloud', 'inbound'), ringing).payload;
    const absent = ['endtime', 'filename', 'answeredtime'];
    expect(Object.keys(cloud)).toEqual(CLOUD_KEYS.split(' ').filter((key) => !absent.includes(key)));
    expect(cloud.dialstatus).toBe('CONNECTING');
    const classic = payloadOf(answeredCall('classic', 'inbound'), ringing).payload;
    const missing = ['endtime', 'filename', 'duration'];
    expect(Object.keys(classic)).toEqual(CLASSIC_KEYS.split(' ').filter((key) => !missing.includes(key)));
    expect(classic.dialstatus).toBe('CONNECTING');
  });
});

test('the same key means the customer in Cloud and the agent in Classic', () => {
  expect(payloadOf(answeredCall('cloud', 'inbound'), hangup).payload).toMatchObject({
    callto: '9000000001',
    emp_phone: '9800000001',
    answeredtime: '00:03:12',
    direction: 'inbound',
    starttime: '2026-09-21 19:43:20',
    endtime: '2026-09-21 19:46:43',
  });
  expect(payloadOf(answeredCall('classic', 'inbound'), hangup).payload).toMatchObject({
    callfrom: '9000000001',
    callto: '9800000001',
    answeredtime: '192',
    duration: '193',
    status: '1',
    callType: 'Inbound',
  });
});

test('Classic wraps its JSON in the form field data and escapes slashes as PHP does', () => {
  const event = payloadOf(answeredCall('classic', 'inbound'), hangup);
  const { contentType, body } = encodeEvent(event);
  expect(contentType).toBe('application/x-www-form-urlencoded');
  const data = new URLSearchParams(body).get('data') ?? '';
  expect(data).toContain('http:\\/\\/127.0.0.1');
  expect(JSON.parse(data)).toEqual(event.payload);
});

test('a missed call has no talk time in any family, and may have a recording', () => {
  const missed = { outcome: 'busy', talkSeconds: 0 } as const;
  expect(payloadOf({ ...answeredCall('cloud', 'inbound'), ...missed }, hangup).payload).toMatchObject({
    dialstatus: 'BUSY',
    answeredtime: '',
    filename: 'http://127.0.0.1:8089/90000000011790000000.wav',
  });
  const callback = payloadOf({ ...answeredCall('classic', 'outbound'), ...missed }, hangup).payload;
  expect(callback).toMatchObject({ status: 'Customer Busy', answeredtime: '', duration: '0' });
});

function answeredCall(account: 'cloud' | 'classic' | 'voicebot', direction: SimulatedCall['direction']): SimulatedCall {
  const [line] = linesOf('mixed').filter((candidate) => candidate.account === account);
  const [agent] = AGENTS;
  if (line === undefined || agent === undefined) throw new Error('The company has no such line.');
  const start = new Date(1_790_000_000_000);
  return {
    callId: '90000000011790000000',
    direction,
    line,
    customer: { kind: 'person', number: '+919000000001', name: 'Meera Shah', email: 'meera@example.org' },
    spelling: '9000000001',
    outcome: 'answered',
    startsAfter: 0,
    tries: [{ agent, ringSeconds: 10 }],
    talkSeconds: 192,
    transferredTo: null,
    endedBy: 'Customer',
    recording: 'at_hangup',
    autodialer: false,
    start,
    end: new Date(start.getTime() + 203_000),
    recordingUrl: 'http://127.0.0.1:8089/90000000011790000000.wav',
  };
}
