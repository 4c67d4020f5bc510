import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callOfEvent, mergeCalls } from '../models/merge-call.ts';
import { CLASSIC, CLASSIC_OUTBOUND, CLOUD, call, read, VOICEBOT } from './test-samples.ts';

describe('a call of every product is read', () => {
  test('Cloud', () => {
    expect(call(CLOUD)).toEqual({
      call_id: '98000000011790000000',
      family: 'cloud',
      direction: 'inbound',
      phone_number: '9000000001',
      phone_sanitized: '+919000000001',
      virtual_number: '8030000001',
      agent_phone: '9800000001',
      agent_name: 'Asha',
      agent_email: null,
      group_name: 'Integration',
      caller_name: null,
      ref_id: null,
      recording_url: CLOUD.filename,
      call_date: new Date('2026-09-21T06:19:57Z'),
      end_date: new Date('2026-09-21T06:20:28Z'),
      duration: 4,
      duration_raw: '00:00:04',
      status: 'ANSWER',
      disconnected_by: 'Customer',
      direction_given: true,
      rank: 3,
    });
  });

  test('Cloud, outbound, with the id we gave', () => {
    const event = call({ ...CLOUD, direction: 'Outbound', refid: 'our-1' });
    expect(event).toMatchObject({ direction: 'outbound', phone_sanitized: '+919000000001', ref_id: 'our-1' });
  });

  test('Classic, incoming: callfrom is the customer, refid and status are not what they say', () => {
    expect(call(CLASSIC)).toMatchObject({
      ...{
        call_id: '8030000001179000000012',
        family: 'classic',
        direction: 'inbound',
        phone_sanitized: '+919000000001',
      },
      ...{
        virtual_number: '8030000001',
        agent_phone: '9800000001',
        agent_name: 'Asha',
        agent_email: 'asha@example.com',
      },
      ...{ group_name: 'Sales', caller_name: 'Ravi', ref_id: null, duration: 192, status: 'ANSWER', rank: 3 },
    });
  });

  test('Classic, On Call', () => {
    const { endtime, filename, duration, ...onCall } = { ...CLASSIC, dialstatus: 'CONNECTING', answeredtime: '' };
    expect(call(onCall)).toMatchObject({
      status: 'CONNECTING',
      duration: 0,
      duration_raw: null,
      end_date: null,
      rank: 0,
    });
  });

  test('Classic, outgoing: the callback, and the same keys flat', () => {
    expect(call(CLASSIC_OUTBOUND)).toMatchObject({
      ...{
        family: 'classic_outbound',
        direction: 'outbound',
        phone_sanitized: '+919000000002',
        agent_phone: '9800000002',
      },
      ...{ ref_id: 'our-7', status: 'Call complete', duration: 40, recording_url: null, virtual_number: null, rank: 3 },
    });
    const flat = { ...CLASSIC_OUTBOUND, callType: 'Outbound', caller_name: 'Meera', source: 'autodialer' };
    expect(call(flat)).toMatchObject({ family: 'classic_outbound', direction: 'outbound', caller_name: 'Meera' });
  });

  test('voice-bot, both ways', () => {
    expect(call(VOICEBOT)).toMatchObject({
      ...{
        call_id: 'vb-1',
        family: 'voicebot',
        direction: 'inbound',
        phone_number: '+919000000003',
        duration: 41,
        rank: 3,
      },
      ...{ phone_sanitized: '+919000000003', virtual_number: '8030000003', agent_phone: null },
    });
    expect(call({ ...VOICEBOT, callDirection: 'OUTGOING' })).toMatchObject({
      direction: 'outbound',
      phone_number: '8030000003',
    });
  });

  test('in any spelling of its keys', () => {
    const respelled = Object.entries(CLOUD).map(([key, value]) => [key.replace('_', '-').toUpperCase(), value]);
    expect(call(Object.fromEntries(respelled))).toEqual(call(CLOUD));
    expect(call({ Call_Id: '1', 'call to': '9000000001', callTo: '9000000002' })).toMatchObject({
      phone_number: '9000000001',
    });
  });
});

test.each([
  ['inbound', 'inbound'],
  ['INBOUND', 'inbound'],
  ['in', 'inbound'],
  ['Incoming', 'inbound'],
  ['', 'inbound'],
  [null, 'inbound'],
  ['outbound', 'outbound'],
  ['Out', 'outbound'],
  ['OUTGOING', 'outbound'],
  ['sideways', 'inbound'],
])('the direction %j is %s', (direction, expected) => {
  expect(call({ ...CLOUD, direction }).direction).toBe(expected);
});

test('a direction that is not told clears none that was', () => {
  const onCall = callOfEvent(call({ ...CLOUD, direction: 'outbound', dialstatus: 'CONNECTING', endtime: '' }));
  const hangUp = callOfEvent(call({ ...CLOUD, direction: undefined }));
  expect(mergeCalls(onCall, hangUp).direction).toBe('outbound');
  expect(mergeCalls(hangUp, onCall).direction).toBe('outbound');
});

describe('without a customer’s number', () => {
  const { callto, callid, ...nobody } = CLOUD;

  test('a call that names others is refused, and so is an empty number without an id', () => {
    const refused = { kind: 'unreadable', message: 'Missing phone number' };
    expect(read({ ...nobody, callid })).toEqual(refused);
    expect(read({ ...nobody, callto: '' })).toEqual(refused);
  });

  test.each([{}, { dialstatus: 'ANSWER' }, { starttime: CLOUD.starttime }])(
    'a later event adds the recording: %j',
    (more) => {
      const { filename } = CLOUD;
      expect(call({ callid, filename, ...more })).toMatchObject({ call_id: callid, recording_url: filename });
    },
  );

  test('a withheld caller without an id is a call of its own moment', () => {
    const withheld = { ...nobody, callto: 'anonymous', dialstatus: 'CANCEL' };
    expect(call(withheld)).toMatchObject({ phone_number: null, rank: 2 });
    expect(call(withheld).call_id).toBe(call({ ...withheld, filename: '' }).call_id);
    expect(call(withheld).call_id).not.toBe(call({ ...withheld, starttime: '2026-09-21 11:49:58' }).call_id);
  });
});

describe('what says nothing is absent', () => {
  test.each(['', ' ', 'null', 'NULL', 'None', 'NA', 'N/A', 'undefined', '-', null, {}, [], undefined])(
    '%j',
    (nothing) => {
      const keys = [
        'agentname',
        'groupname',
        'disconnectedby',
        'filename',
        'endtime',
        'emp_phone',
        'clicktocalldid',
        'refid',
      ];
      expect(call({ ...CLOUD, ...Object.fromEntries(keys.map((key) => [key, nothing])) })).toMatchObject({
        ...{ agent_name: null, group_name: null, disconnected_by: null, recording_url: null, end_date: null },
        ...{ agent_phone: null, virtual_number: null, ref_id: null },
      });
    },
  );

  test('a number of zeros is nobody, and a number is no name', () => {
    const event = call({
      ...CLASSIC,
      landingnumber: '0',
      empnumber: '0000000000',
      callto: '',
      callername: '9000000001',
    });
    expect(event).toMatchObject({ virtual_number: null, caller_name: null });
    expect(call({ ...CLASSIC, callername: 'Unknown caller' }).caller_name).toBeNull();
    expect(call({ ...CLASSIC, empnumber: '0' }).agent_phone).toBe(CLASSIC.callto);
  });
});

test('no payload makes it throw, and what it reads fits the columns', () => {
  const key = fc.oneof(
    fc.constantFrom(...Object.keys({ ...CLOUD, ...CLASSIC, ...CLASSIC_OUTBOUND, ...VOICEBOT })),
    fc.string(),
  );
  const known = fc.constantFrom<unknown>(
    ...Object.values(CLOUD),
    ...Object.values(CLASSIC),
    '0',
    'x'.repeat(5_000),
    '9'.repeat(30),
  );
  const value = fc.oneof(known, fc.anything(), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 25 }), (payload) => {
      const reading = read(payload);
      if (reading.kind === 'unreadable') return;
      const { call_id, status, phone_sanitized, virtual_number, duration } = reading.event;
      for (const text of [call_id, status, phone_sanitized, virtual_number])
        expect((text ?? '').length).toBeLessThanOrEqual(100);
      expect(call_id).not.toBe('');
      expect(Number.isInteger(duration) && duration >= 0 && duration <= 86_400).toBe(true);
      expect(read(payload)).toEqual(reading);
    }),
    { numRuns: 3_000 },
  );
});

test('a list of one says what it holds: some relays make a list of every value', () => {
  const listed = Object.fromEntries(Object.entries(CLOUD).map(([key, value]) => [key, [value]]));
  expect(call(listed)).toEqual(call(CLOUD));
  expect(call({ ...CLOUD, agentname: ['Asha', 'Bina'], groupname: [] })).toMatchObject({
    ...{ agent_name: null, group_name: null, phone_sanitized: '+919000000001' },
  });
});
