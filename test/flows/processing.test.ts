import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIC, CLASSIC_OUTBOUND, VOICEBOT } from '../../src/mcube/test-samples.ts';
import { hangUp, newCallId, onCall } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
let asha: number;
beforeAll(async () => {
  service = await startService();
  asha = await service.addUser({ name: 'Asha', phone: '9800000001', mcube_virtual_number: '8030000001' });
});

describe('a caller nobody knows', () => {
  test('becomes a lead with the name, phone, owner, team, type and source of the specification', async () => {
    const { id: team } = await service.api<{ id: number }>('/api/teams', 'POST', { name: 'Sales' });
    const owner = await service.addUser({ phone: '9800000010', team_id: team });
    const call = hangUp({ callto: '9000001001', emp_phone: '9800000010', clicktocalldid: '8030000010' });
    await service.tell(call);
    const [lead] = await service.leadsOf('9000001001');
    expect(lead).toMatchObject({
      ...{
        name: 'Inbound Call from 9000001001',
        contact_name: null,
        phone: '9000001001',
        phone_sanitized: '+919000001001',
      },
      ...{ user_id: owner, team_id: team, type: 'lead', source_name: 'MCUBE API', is_open: true, call_count: 1 },
    });
    expect(await service.callOf(call.callid)).toMatchObject({
      ...{ lead_id: lead?.id, lead_rule: 'new_lead', user_id: owner, team_id: team, phone_number: '9000001001' },
      ...{ virtual_number: '8030000010', recording_url: call.filename, has_recording: true, direction: 'inbound' },
      ...{ call_date: '2026-09-21T06:19:57.000Z', end_date: '2026-09-21T06:20:28.000Z', duration: 4, status: 'ANSWER' },
      ...{ disconnected_by: 'Customer', agent_name: 'Asha', outcome: 'answered' },
    });
  });

  test('is called by their name where MCUBE sends one', async () => {
    await service.tell({ ...CLASSIC, callid: newCallId(), callfrom: '9000001002' });
    expect(await service.leadsOf('9000001002')).toMatchObject([{ name: 'Ravi', contact_name: 'Ravi' }]);
  });

  test('who calls again gets a second record on the same lead, which is not changed', async () => {
    const [first, second] = [
      hangUp({ callto: '9000001003' }),
      hangUp({ callto: '9000001003', emp_phone: '9800000010' }),
    ];
    await service.tell(first);
    const [lead] = await service.leadsOf('9000001003');
    await service.tell(second);
    expect(await service.leadsOf('9000001003')).toMatchObject([
      { id: lead?.id, name: lead?.name, user_id: asha, call_count: 2 },
    ]);
    expect(await service.callOf(second.callid)).toMatchObject({ lead_id: lead?.id, lead_rule: 'open_lead' });
  });
});

describe('outbound calls', () => {
  test('to somebody unknown open a lead that says so', async () => {
    await service.tell(hangUp({ callto: '9000001020', direction: 'outbound' }));
    await service.tell({ ...CLASSIC_OUTBOUND, callid: newCallId(), customer: '9000001021' });
    await service.tell({
      ...VOICEBOT,
      callId: newCallId(),
      callDirection: 'outbound',
      fromNumber: '8030000001',
      toNumber: '9000001022',
    });
    for (const phone of ['9000001020', '9000001021', '9000001022'])
      expect(await service.leadsOf(phone)).toMatchObject([
        { name: `Outbound Call to ${phone}`, source_name: 'MCUBE API' },
      ]);
  });

  test('to somebody known stand on their lead', async () => {
    await service.tell(hangUp({ callto: '9000001023' }));
    const call = hangUp({ callto: '9000001023', direction: 'Outbound' });
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ direction: 'outbound', lead_rule: 'open_lead' });
    expect(await service.leadsOf('9000001023')).toMatchObject([{ name: 'Inbound Call from 9000001023' }]);
  });

  test('open none where the setting says so', async () => {
    const strict = await startService({ environment: { MCUBE_OUTBOUND_LEADS: 'false' } });
    const call = hangUp({ callto: '9000001024', direction: 'outbound' });
    await strict.tell(call);
    expect(await strict.callOf(call.callid)).toMatchObject({ lead_id: null, lead_rule: 'outbound_unknown' });
    await strict.tell(hangUp({ callto: '9000001024' }));
    expect(await strict.leadsOf('9000001024')).toMatchObject([{ name: 'Inbound Call from 9000001024', call_count: 1 }]);
  });
});

describe('a lead that people touched', () => {
  const WON = 4;

  test.each([
    ['won', { stage_id: WON }],
    ['archived', { active: false }],
  ])('and %s does not block a new one, which its owner gets', async (how, change) => {
    const callto = how === 'won' ? '9000001030' : '9000001031';
    const unnamed = { callto, emp_phone: '', clicktocalldid: '' };
    const keeper = await service.addUser({});
    await service.tell(hangUp(unnamed));
    const [first] = await service.leadsOf(callto);
    await service.api(`/api/leads/${first?.id}`, 'PATCH', { user_id: keeper, ...change });
    const call = hangUp(unnamed);
    await service.tell(call);
    expect(await service.leadsOf(callto)).toMatchObject([
      { id: first?.id, is_open: false, call_count: 1 },
      { is_open: true, user_id: keeper, call_count: 1 },
    ]);
    expect(await service.callOf(call.callid)).toMatchObject({
      user_id: keeper,
      user_rule: 'earlier_owner',
      lead_rule: 'new_lead',
    });
  });

  test('or typed in takes the calls of every number it holds', async () => {
    const { id } = await service.api<{ id: number }>('/api/leads', 'POST', {
      name: 'Meena',
      phone: '090000 01032 / 9000001033',
    });
    const calls = [hangUp({ callto: '9000001032' }), hangUp({ callto: '+919000001033' })];
    await service.tell(...calls);
    for (const { callid } of calls)
      expect(await service.callOf(callid)).toMatchObject({ lead_id: id, lead_rule: 'open_lead' });
  });

  test('two open ones with one number: the owned one, then the newest', async () => {
    const type = (phone: string, user_id: number | null) =>
      service.api<{ id: number }>('/api/leads', 'POST', { name: 'Twin', phone, user_id, allow_duplicate: true });
    const owned = await type('9000001034', asha);
    await type('9000001034', null);
    const [one, two] = [hangUp({ callto: '9000001034' }), hangUp({ callto: '9000001035' })];
    await type('9000001035', asha);
    const newest = await type('9000001035', asha);
    await service.tell(one, two);
    expect(await service.callOf(one.callid)).toMatchObject({ lead_id: owned.id });
    expect(await service.callOf(two.callid)).toMatchObject({ lead_id: newest.id });
  });

  test('and deleted lets its next call open another', async () => {
    await service.tell(hangUp({ callto: '9000001036' }));
    const [lead] = await service.leadsOf('9000001036');
    await sql`delete from crm_lead where id = ${lead?.id}`.execute(service.database.kysely);
    await service.tell(hangUp({ callto: '9000001036' }));
    expect(await service.leadsOf('9000001036')).toMatchObject([{ call_count: 1 }]);
  });
});

describe('one record per call id, whatever comes and in whatever order', () => {
  test('hunting, hang-up and a late recording are one call, which ends as it ended', async () => {
    const id = { callid: newCallId(), callto: '9000001040' };
    const ravi = { emp_phone: '9800000040', agentname: 'Ravi' };
    await service.tell(hangUp({ ...id, ...ravi, filename: '' }), onCall(id), onCall({ ...id, ...ravi }), onCall(id));
    const late = { callid: id.callid, filename: 'https://recordings.example.com/late.wav' };
    await service.tell(late, late);
    expect(await service.leadsOf(id.callto)).toMatchObject([{ call_count: 1 }]);
    expect(await service.callOf(id.callid)).toMatchObject({
      ...{ agent_name: 'Ravi', agent_phone: '9800000040', status: 'ANSWER', outcome: 'answered', duration: 4 },
      recording_url: late.filename,
    });
  });

  test('a recording that comes before everything else waits for its call', async () => {
    const callid = newCallId();
    await service.tell({ callid, filename: 'https://recordings.example.com/early.wav' });
    expect(await service.callOf(callid)).toMatchObject({ lead_id: null });
    await service.tell(hangUp({ callid, callto: '9000001041', filename: '' }));
    expect(await service.callOf(callid)).toMatchObject({
      recording_url: 'https://recordings.example.com/early.wav',
      lead_rule: 'new_lead',
      phone_number: '9000001041',
    });
  });

  test.each(['None', 'call.wav', '/files/call.wav', '-', 'ftp://example.com/call.wav', 'javascript:alert(1)'])(
    '%s is no link',
    async (filename) => {
      const call = hangUp({ filename });
      await service.tell(call);
      expect(await service.callOf(call.callid)).toMatchObject({ has_recording: false, recording_url: null });
    },
  );
});
