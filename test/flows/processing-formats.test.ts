import { beforeAll, describe, expect, test } from 'vitest';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
let asha: number;
beforeAll(async () => {
  service = await startService();
  asha = await service.addUser({ name: 'Asha', phone: '9800000001', mcube_virtual_number: '8030000001' });
});

describe('numbers', () => {
  const SPELLINGS = [
    '9000001010',
    '09000001010',
    '919000001010',
    '+919000001010',
    '0091 9000001010',
    '+91 90000-01010',
    '+91 (0) 9000001010',
    'tel:+919000001010',
  ];

  test('a person is one lead however the number is written', async () => {
    await service.tell(...SPELLINGS.map((callto) => hangUp({ callto })));
    for (const spelling of SPELLINGS)
      expect((await service.leadsOf(spelling)).map(({ call_count }) => call_count)).toEqual([SPELLINGS.length]);
  });

  test.each([
    ['foreign', '+14155550132', '+14155550132'],
    ['foreign with the same last ten digits as an Indian one', '+1 900 000 1010', '+19000001010'],
    ['short', '1800123', '1800123'],
  ])('a %s one is kept as given, and never cut to an Indian one', async (_, callto, sanitized) => {
    const call = hangUp({ callto });
    await service.tell(call);
    const [lead] = await service.leadsOf(callto);
    expect(lead).toMatchObject({ phone: callto, phone_sanitized: sanitized, call_count: 1 });
  });

  test.each(['anonymous', '0', 'Unknown', '12345', '-1', '000000'])(
    '%s is withheld: a record without a lead',
    async (callto) => {
      const call = hangUp({ callto });
      await service.tell(call);
      expect(await service.callOf(call.callid)).toMatchObject({
        lead_id: null,
        lead_rule: 'withheld',
        phone_number: null,
        user_id: asha,
      });
    },
  );

  test('withheld callers are not one person', async () => {
    const leads = () => service.api<{ total: number }>('/api/leads');
    const before = await leads();
    await service.tell(hangUp({ callto: 'anonymous' }), hangUp({ callto: 'anonymous' }));
    expect((await leads()).total).toBe(before.total);
  });

  test.each([
    ["an agent's phone", '+91 98000 00001'],
    ["an agent's virtual number", '08030000001'],
    ['a virtual number nobody holds', '8030009999'],
  ])('%s never becomes a lead', async (_, callto) => {
    await service.tell(hangUp({ clicktocalldid: '8030009999' }));
    const call = hangUp({ callto });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ lead_id: null, lead_rule: 'own_number' });
    expect(await service.leadsOf(callto)).toEqual([]);
  });

  test('a customer who once stood in the field of a virtual number stays a customer', async () => {
    await service.tell(hangUp({ callto: '9000001011' }));
    await service.tell(hangUp({ callto: '9000001012', clicktocalldid: '9000001011' }));
    const call = hangUp({ callto: '9000001011' });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ lead_rule: 'open_lead' });
  });
});

describe('times and durations', () => {
  test.each([
    ['IST becomes UTC', '2026-09-21 11:49:57', '2026-09-21T06:19:57.000Z'],
    ['an offset is obeyed', '2026-09-21T06:19:57+00:00', '2026-09-21T06:19:57.000Z'],
    ['a Unix time', 1_789_971_597, '2026-09-21T06:19:57.000Z'],
  ])('%s', async (_, starttime, call_date) => {
    const call = hangUp({ starttime });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ call_date });
  });

  test.each(['', '0000-00-00 00:00:00', 'yesterday', '2051-01-01 00:00:00'])(
    '%j is no start: the arrival counts',
    async (starttime) => {
      const call = hangUp({ starttime, endtime: '' });
      await service.tell(call);
      const { call_date } = await service.callOf(call.callid);
      expect(String(call_date).slice(0, 13)).toBe(service.clock.now().toISOString().slice(0, 13));
    },
  );

  test('without a start the end counts, less the talk, until an event tells the start', async () => {
    const call = hangUp({ callto: '9000001019', starttime: '', endtime: '2026-09-18 11:50:28', answeredtime: '28' });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ call_date: '2026-09-18T06:20:00.000Z' });
    const { endtime: _end, answeredtime: _talk, filename: _file, ...onCall } = call;
    await service.tell({ ...onCall, starttime: '2026-09-18 11:49:50' });
    expect(await service.callOf(call.callid)).toMatchObject({ call_date: '2026-09-18T06:19:50.000Z', duration: 28 });
    const missed = { ...call, callid: `${call.callid}1`, dialstatus: 'NOANSWER', answeredtime: '' };
    await service.tell(missed);
    // How long it rang is not known, so nobody says that the caller gave up early.
    expect(await service.callOf(missed.callid)).toMatchObject({
      call_date: '2026-09-18T06:20:28.000Z',
      outcome: 'missed',
    });
  });

  test('an end in 2051 ends the call, and is not believed', async () => {
    const call = hangUp({ endtime: '2051-01-01 00:00:00' });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ end_date: null, outcome: 'answered' });
  });

  test.each([
    ['00:00:04', undefined, 4],
    ['01:02:03', undefined, 3_723],
    ['192', '193', 192],
    [192, undefined, 192],
    ['', '57', 57],
    ['0', '57', 57],
    ['05:07', undefined, 307],
    ['soon', undefined, 0],
    ['99999999', undefined, 0],
  ])('answeredtime %j, duration %j: %i seconds', async (answeredtime, duration, seconds) => {
    const call = hangUp({ answeredtime, duration });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ duration: seconds, outcome: 'answered' });
  });

  test('a call that was not answered has none, even with a recording', async () => {
    const call = missed({ answeredtime: '00:00:09', filename: 'https://recordings.example.com/ivr.wav' });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({
      duration: 0,
      duration_raw: '00:00:09',
      outcome: 'missed',
      has_recording: true,
    });
  });
});
