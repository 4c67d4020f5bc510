import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hangUp, missed, onCall } from '../support/calls.ts';
import { openEvents } from '../support/event-stream.ts';
import { runJob } from '../support/jobs.ts';
import { startService, type TestService, until } from '../support/service.ts';

type ApiMissedCall = {
  id: number;
  state: string;
  tries: number;
  lead_id: number | null;
  user_id: number | null;
} & Record<string, unknown>;

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
beforeEach(async () => {
  const { kysely } = service.database;
  await sql`truncate mcube_call_record, crm_lead, mcube_missed_call, mcube_missed_call_action, webhook_journal,
    webhook_event cascade`.execute(kysely);
  await sql`delete from res_users where login <> 'admin'`.execute(kysely);
});

const rows = async (query = 'sort=first_missed_date') =>
  (await service.api<{ data: ApiMissedCall[] }>(`/api/missed-calls?${query}`)).data;
const onlyRow = async () => {
  const [row, ...more] = await rows();
  if (row === undefined || more.length > 0) throw new Error(`${more.length + 1} rows`);
  return row;
};
const deed = (id: number, name: string, body?: object) =>
  service.api<ApiMissedCall>(`/api/missed-calls/${id}/${name}`, 'POST', body);

/** Moments of the fact sheet's Monday, in India: ten o'clock is 04:30 UTC. */
const at = (time: string, until = time) => ({ starttime: `2026-09-21 ${time}`, endtime: `2026-09-21 ${until}` });

/** India is ahead of UTC by five hours and a half. */
const INDIA_MS = 19_800_000;

describe('a person who reached nobody', () => {
  test('has one row, with all that they tried and all that a reader needs', async () => {
    const asha = await service.addUser({ name: 'Asha', phone: '9800000001' });
    const second = missed({ clicktocalldid: '8030000002', dialstatus: 'BUSY', ...at('10:06:00', '10:06:40') });
    await service.tell(missed(at('10:00:00', '10:00:40')), second);
    const [lead] = await service.leadsOf('9000000001');
    const call = await service.callOf(second.callid);
    expect(await onlyRow()).toMatchObject({
      state: 'open',
      lead_id: lead?.id,
      lead_name: 'Inbound Call from 9000000001',
      stage_name: 'New',
      phone_number: '9000000001',
      phone_sanitized: '+919000000001',
      tries: 2,
      virtual_numbers: ['8030000001', '8030000002'],
      first_missed_date: '2026-09-21T04:30:00.000Z',
      last_missed_date: '2026-09-21T04:36:00.000Z',
      due_date: '2026-09-21T05:00:00.000Z',
      reason: 'busy',
      user_id: asha,
      user_name: 'Asha',
      last_call_record_id: call.id,
      closed_date: null,
    });
  });

  test('makes one row by two numbers of theirs in the same moment', async () => {
    await service.tell(missed({ callto: '9000000001', ...at('10:00:00') }));
    const [lead] = await service.leadsOf('9000000001');
    await service.api(`/api/leads/${lead?.id}`, 'PATCH', { phone: '9000000001, 9000000002' });
    await Promise.all(
      ['9000000001', '9000000002', '9000000001', '9000000002'].map((callto) =>
        service.post(missed({ callto, ...at('11:00:00') })),
      ),
    );
    await service.settled();
    expect(await onlyRow()).toMatchObject({ tries: 5, lead_id: lead?.id });
  });

  test.each([
    ['abandoned', at('10:00:00', '10:00:10'), {}],
    ['nobody_answered', at('10:00:00', '10:00:40'), {}],
    ['voicemail', at('10:00:00', '10:00:40'), { dialstatus: 'VOICEMAIL' }],
    ['after_hours', at('19:00:00', '19:00:40'), {}],
    ['after_hours', { starttime: '2026-09-20 12:00:00', endtime: '2026-09-20 12:00:40' }, { dialstatus: 'BUSY' }],
  ])('is told as %s', async (reason, times, fields) => {
    await service.tell(missed({ ...times, ...fields }));
    expect(await onlyRow()).toMatchObject({ reason });
  });

  test('who hides their number, or is one of us, makes no row; nor does a call we made', async () => {
    await service.addUser({ phone: '9800000002' });
    await service.tell(missed({ callto: 'anonymous' }), missed({ callto: '9800000002' }));
    await service.tell(missed({ direction: 'outbound' }), onCall({ callto: '9000000003' }));
    expect(await rows()).toEqual([]);
  });
});

describe('a connected call', () => {
  test.each([
    ['in', 'inbound', '9000000001'],
    ['out', 'outbound', '9000000001'],
    ['out to another number of theirs', 'outbound', '9000000002'],
  ])('%s, by whomever, closes the row and says who kept the promise', async (_, direction, callto) => {
    const ravi = await service.addUser({ name: 'Ravi', phone: '9800000002' });
    await service.tell(missed(at('10:00:00')));
    const { lead_id } = await onlyRow();
    await service.api(`/api/leads/${lead_id}`, 'PATCH', { phone: '9000000001, 9000000002' });
    const back = hangUp({ direction, callto, emp_phone: '9800000002', ...at('10:20:00', '10:30:00') });
    await service.tell({ ...back, answeredtime: '00:09:00' });
    const call = await service.callOf(back.callid);
    expect(await onlyRow()).toMatchObject({
      state: 'closed',
      closed_rule: 'connected',
      closed_call_record_id: call.id,
      closed_user_id: ravi,
      closed_user_name: 'Ravi',
      // When they began to talk.
      closed_date: '2026-09-21T04:51:00.000Z',
      waiting_seconds: 21 * 60,
    });
    await service.tell(missed(at('11:00:00')));
    expect(await rows()).toMatchObject([
      { state: 'closed', tries: 1 },
      { state: 'open', tries: 1 },
    ]);
    expect(await service.api('/api/missed-calls?state=open')).toMatchObject({ total: 1 });
  });

  test('that goes on while they try once more answers that try too', async () => {
    const talk = { answeredtime: '00:04:30', ...at('10:00:00', '10:05:00') };
    await service.tell(hangUp({ direction: 'outbound', ...talk }));
    await service.tell(missed(at('10:01:00')));
    expect(await onlyRow()).toMatchObject({ state: 'closed', waiting_seconds: 0 });
  });

  test('counts when the clock closes the call whose hang-up never came; so does a miss', async () => {
    await service.tell(missed(at('10:00:00')));
    const talking = onCall({ dialstatus: 'ANSWER', starttime: '2026-09-21 10:10:00' });
    await service.tell(talking);
    expect(await onlyRow()).toMatchObject({ state: 'open' });
    service.clock.turn(3 * 3_600);
    await runJob(service, 'close_hanging_calls');
    expect(await onlyRow()).toMatchObject({ state: 'closed' });
    // It did not connect after all.
    await service.tell(missed({ callid: talking.callid, ...at('10:10:00', '10:10:30') }));
    const ringing = onCall({ callto: '9000000005' });
    await service.tell(ringing);
    service.clock.turn(3 * 3_600);
    await runJob(service, 'close_hanging_calls');
    expect(await service.api('/api/missed-calls?phone_number=9000000005')).toMatchObject({ data: [{ tries: 1 }] });
  });

  test('that is moved to another lead, deleted or replayed leaves the rows as if it had always been so', async () => {
    const [miss, other] = [missed({ callto: '9000000001', ...at('10:00:00') }), missed({ callto: '9000000002' })];
    const back = hangUp({ callto: '9000000001', ...at('10:20:00', '10:30:00') });
    await service.tell(miss, other, back);
    const [call, otherCall] = [await service.callOf(miss.callid), await service.callOf(other.callid)];
    await service.api(`/api/call-records/${otherCall.id}`, 'PATCH', { lead_id: call.lead_id });
    expect(await rows()).toMatchObject([
      { state: 'closed', tries: 1 },
      { state: 'open', lead_id: call.lead_id, phone_number: '9000000002' },
    ]);
    const connected = await service.callOf(back.callid);
    await service.api(`/api/call-records/${connected.id}`, 'DELETE');
    expect(await onlyRow()).toMatchObject({ state: 'open', tries: 2 });
    await service.api('/api/webhook-events/replay', 'POST', { call_id: back.callid, dry_run: false }).catch(() => null);
    await service.settled();
    await service.api(`/api/call-records/${otherCall.id}`, 'PATCH', { lead_id: null });
    expect((await rows('lead_id=null')).map(({ phone_sanitized }) => phone_sanitized)).toEqual(['+919000000002']);
    await service.tell(hangUp({ callto: '9000000002', direction: 'outbound', ...at('12:20:00', '12:30:00') }));
    expect(await rows('lead_id=null')).toMatchObject([{ state: 'closed' }]);
  });
});

describe('people', () => {
  test('take a row, and it stays theirs when the customer tries again', async () => {
    await service.tell(missed(at('10:00:00')));
    const meena = await service.addUser({ name: 'Meena' });
    const { id } = await onlyRow();
    expect(await deed(id, 'take')).toMatchObject({ id, user_name: 'Administrator' });
    await service.tell(missed(at('10:10:00')));
    expect(await onlyRow()).toMatchObject({ id, tries: 2, user_name: 'Administrator' });
    expect((await onlyRow()).user_id).not.toBe(meena);
  });

  test('snooze it until it opens by itself, or until the customer tries again', async () => {
    await service.tell(missed(at('10:00:00')));
    const { id } = await onlyRow();
    const until = new Date(service.clock.now().getTime() + 3_600_000).toISOString();
    expect(await deed(id, 'snooze', { until })).toMatchObject({ state: 'snoozed', snoozed_until: until });
    expect(await rows('state=open')).toEqual([]);
    expect(await rows('state=snoozed')).toMatchObject([{ id }]);
    service.clock.turn(3_601);
    expect(await rows('state=open')).toMatchObject([{ id, snoozed_until: null }]);
    const key = await service.api<{ key: string }>('/api/api-keys', 'POST', { name: 'live' });
    const events = await openEvents(service, { authorization: `Bearer ${key.key}` });
    await runJob(service, 'wake_missed_calls');
    await events.until(({ data }) => JSON.stringify(data).includes('"mcube.missed.call"'));
    events.close();

    const later = new Date(service.clock.now().getTime() + 3_600_000).toISOString();
    await deed(id, 'snooze', { until: later });
    await service.tell(missed(at('13:10:00')));
    expect(await onlyRow()).toMatchObject({ id, state: 'open', tries: 2 });
  });

  test('say that it is not needed, which holds for what they saw, and take that back', async () => {
    await service.tell(missed(at('10:00:00')));
    const { id } = await onlyRow();
    expect(await deed(id, 'not-needed', { reason: 'wrong number' })).toMatchObject({
      state: 'closed',
      closed_rule: 'not_needed',
      closed_reason: 'wrong number',
      closed_user_name: 'Administrator',
    });
    // Of before, but told later.
    await service.tell(missed(at('09:50:00')));
    expect(await onlyRow()).toMatchObject({ state: 'closed', tries: 2 });
    await service.tell(missed(at('10:05:00')));
    expect(await rows()).toMatchObject([{ state: 'closed' }, { state: 'open', tries: 1 }]);
    expect(await deed(id, 'reopen')).toMatchObject({ state: 'open', tries: 3 });
    expect(await rows()).toHaveLength(1);
  });

  test('reopen what a call had closed, until the next one does', async () => {
    await service.tell(missed(at('10:00:00')), hangUp(at('10:10:00', '10:12:00')));
    const { id } = await onlyRow();
    expect(await deed(id, 'reopen')).toMatchObject({ id, state: 'open', closed_date: null });
    await service.tell(hangUp(at('11:10:00', '11:12:00')));
    expect(await onlyRow()).toMatchObject({ id, state: 'open' });
    await service.tell(hangUp(at('23:10:00', '23:12:00')));
    expect(await onlyRow()).toMatchObject({ id, state: 'closed' });
  });

  test('are told when there is nothing to do any more', async () => {
    await service.tell(missed(at('10:00:00')), hangUp(at('10:10:00', '10:12:00')));
    const { id } = await onlyRow();
    await expect(deed(id, 'take')).rejects.toThrow(/409.*somebody has spoken with them/);
    await expect(deed(id, 'snooze', { until: '2026-01-01T00:00:00Z' })).rejects.toThrow(/409/);
    await deed(id, 'reopen');
    await expect(deed(id, 'reopen')).rejects.toThrow(/409.*open already/);
    await expect(deed(id, 'snooze', { until: '2026-01-01T00:00:00Z' })).rejects.toThrow(/400.*in the future/);
    await expect(deed(99, 'take')).rejects.toThrow(/404/);
  });

  test('find rows by name, by number and by any of the columns', async () => {
    await service.tell(
      missed({ callto: '9000000001' }),
      missed({ callto: '9000000002', clicktocalldid: '8030000002' }),
    );
    const total = async (query: string) => (await service.api<{ total: number }>(`/api/missed-calls?${query}`)).total;
    expect(await total('q=90000 00002')).toBe(1);
    expect(await total('q=Inbound')).toBe(2);
    expect(await total('virtual_numbers=8030000002')).toBe(1);
    expect(await total('phone_number=%2B91 90000-00001')).toBe(1);
    expect(await total('tries_gte=2')).toBe(0);
    expect(await total('state=open&state=snoozed&user_name=Administrator')).toBe(2);
    expect(await total('sort=-last_missed_date,tries')).toBe(2);
  });
});

test('a manager sees which promises were kept, which are late, and which are not due', async () => {
  // Half an hour is what is promised.
  const callers = ['9000000001', '9000000002', '9000000003', '9000000004', '9000000005'] as const;
  const [kept, late, open, waiting, unneeded] = callers;
  for (const callto of [kept, late, open, unneeded]) await service.tell(missed({ callto, ...at('10:00:00') }));
  await service.tell(hangUp({ callto: kept, ...at('10:10:00', '10:11:00') }));
  await service.tell(hangUp({ callto: late, ...at('10:40:00', '10:41:00') }));
  const [{ id } = { id: 0 }] = await rows(`phone_number=${unneeded}`);
  await deed(id, 'not-needed', { reason: 'wrong number' });
  const now = new Date(service.clock.now().getTime() + INDIA_MS).toISOString().slice(0, 19).replace('T', ' ');
  await service.tell(missed({ callto: waiting, starttime: now, endtime: now }));

  const numbers = async (query: string) => (await rows(query)).map(({ phone_number }) => phone_number).sort();
  expect(await numbers('promise=kept')).toEqual([kept]);
  expect(await numbers('promise=late')).toEqual([late, open]);
  expect(await numbers('promise=late&state=open')).toEqual([open]);
  expect(await numbers('promise=waiting')).toEqual([waiting]);
  const { data } = await service.api<{ data: object[] }>('/api/missed-calls/groups?by=promise');
  expect(data).toEqual(
    [
      ['late', 2],
      ['kept', 1],
      ['not_needed', 1],
      ['waiting', 1],
    ].map(([value, count]) => expect.objectContaining({ value, count })),
  );
});

test('the queue is kept with every change in one transaction: what fails leaves no row', async () => {
  await sql`alter table mcube_missed_call add constraint broken check (tries < 2)`.execute(service.database.kysely);
  const [first, second] = [missed(at('10:00:00')), missed(at('10:10:00'))];
  await service.tell(first);
  expect(await service.post(second)).toMatchObject({ status: 202 });
  await until('the event was tried', () => service.log().includes('an event failed'));
  expect(await service.api('/api/call-records')).toMatchObject({ total: 1 });
  await sql`alter table mcube_missed_call drop constraint broken`.execute(service.database.kysely);
});
