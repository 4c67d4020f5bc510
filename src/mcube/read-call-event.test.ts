import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallEvent } from '../models/call-event.ts';
import type { Payload } from './payload.ts';
import { readCallEvent } from './read-call-event.ts';

const FACTS = { receivedAt: new Date('2026-09-21T06:30:00Z'), defaultRegion: 'IN', timeZone: 'Asia/Kolkata' };

const CLOUD = {
  starttime: '2026-09-21 11:49:57',
  callid: '98000000011790000000',
  emp_phone: '9800000001',
  clicktocalldid: '8030000001',
  callto: '9000000001',
  dialstatus: 'ANSWER',
  filename: 'https://recordings.example.com/2026/09/6011/98000000011790000000.wav',
  direction: 'inbound',
  endtime: '2026-09-21 11:50:28',
  disconnectedby: 'Customer',
  answeredtime: '00:00:04',
  groupname: 'Integration',
  agentname: 'Asha',
};
const { endtime: _end, filename: _file, answeredtime: _talk, ...CLOUD_ON_CALL } = CLOUD;

const CLASSIC = {
  ...{ callid: '8030000001179000000012', calid: '77', refid: '4711', gid: 'Sales', assignto: 'Asha', eid: 'Asha' },
  ...{ source: 'calltrack', landingnumber: '8030000001', callfrom: '9000000001', callto: '9800000001' },
  ...{
    starttime: '2026-09-21 11:49:57',
    endtime: '2026-09-21 11:53:10',
    pulse: '4',
    answeredtime: '192',
    duration: '193',
  },
  ...{ callername: 'Ravi', caller_email: '', remark: '', status: '1', keyword: '', dialstatus: 'ANSWER' },
  ...{ filename: 'http://recordings.example.com/a.wav', last_modified: '0000-00-00 00:00:00', empnumber: '9800000001' },
  ...{ empid: '12', empemail: 'asha@example.com', region: 'Karnataka', callType: 'Inbound' },
};

const CLASSIC_OUTBOUND = {
  ...{ callid: '98000000021790000000', executive: '9800000002', customer: '9000000002', refid: 'our-7', pulse: '1' },
  ...{ starttime: '2026-09-21 11:49:57', endtime: '2026-09-21 11:51:00', status: 'Call complete' },
  ...{ duration: '50', answeredtime: '40', filename: 'None' },
};

const VOICEBOT = {
  ...{
    callDirection: 'inbound',
    fromNumber: '+919000000003',
    toNumber: '8030000003',
    callId: 'vb-1',
    dialStatus: 'ANSWERED',
  },
  ...{
    callProvider: 'mcube',
    filename: '',
    startTime: '2026-09-21 11:49:57',
    endTime: '2026-09-21 11:50:57',
    answeredTime: 41,
  },
};

const read = (payload: Payload) => readCallEvent(payload, FACTS);
function call(payload: Payload): CallEvent {
  const reading = read(payload);
  if (reading.kind !== 'call') throw new Error(reading.message);
  return reading.event;
}

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
  });
});

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

  test('the person we dialled being busy is the end of it', () => {
    expect(
      call({ ...CLASSIC_OUTBOUND, status: 'Customer Busy', endtime: '', answeredtime: '', duration: '' }).rank,
    ).toBe(2);
  });

  test('a word nobody has seen is kept, and is no answer', () => {
    expect(call({ ...CLOUD, dialstatus: 'SOMETHING NEW' })).toMatchObject({ status: 'SOMETHING NEW', duration: 0 });
  });
});

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

describe('a recording', () => {
  test.each([
    ['https://recordings.example.com/a.wav', 'https://recordings.example.com/a.wav'],
    ['HTTP://recordings.example.com/a.wav?token=abc', 'HTTP://recordings.example.com/a.wav?token=abc'],
    ['https:\\/\\/recordings.example.com\\/a.wav', 'https://recordings.example.com/a.wav'],
    ['https://recordings.example.com/a b.wav', 'https://recordings.example.com/a%20b.wav'],
    ['98000000011790000000.wav', null],
    ['/2026/09/a.wav', null],
    ['//recordings.example.com/a.wav', null],
    ['ftp://recordings.example.com/a.wav', null],
    ['javascript:alert(1)', null],
    ['https://', null],
    ['None', null],
    [`https://recordings.example.com/${'a'.repeat(4_000)}`, null],
  ])('%.70s', (filename, expected) => {
    expect(call({ ...CLOUD, filename }).recording_url).toBe(expected);
  });

  test('can be all that a later event adds', () => {
    expect(call({ callid: '1', callto: '9000000001', filename: CLOUD.filename })).toMatchObject({
      rank: 0,
      recording_url: CLOUD.filename,
    });
    expect(call({ callid: '1', filename: CLOUD.filename })).toMatchObject({
      rank: 0,
      phone_number: null,
      recording_url: CLOUD.filename,
    });
  });

  test('of a missed call proves no answer', () => {
    expect(call({ ...CLOUD, dialstatus: 'CANCEL', answeredtime: '' })).toMatchObject({ rank: 2, duration: 0 });
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
