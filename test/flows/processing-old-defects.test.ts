import { beforeAll, expect, test } from 'vitest';
import { hangUp, newCallId } from '../support/calls.ts';
import { createTestDatabase } from '../support/database.ts';
import { startService, type TestService } from '../support/service.ts';

// What the addon that this service replaces did wrong (fact sheet, section 6).
let service: TestService;
beforeAll(async () => {
  service = await startService();
});

test('a duration "00:00:04" or a direction "Inbound" rolls nothing back', async () => {
  for (const fields of [{ answeredtime: '00:00:04' }, { direction: 'Inbound' }]) {
    const call = hangUp(fields);
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ duration: 4, direction: 'inbound' });
  }
});

test('a restart loses nothing of what was accepted', async () => {
  const database = await createTestDatabase();
  const accepting = await startService({ database, environment: { MCUBE_ROLES: 'web' } });
  const call = hangUp();
  expect(await accepting.post(call)).toMatchObject({ status: 202 });
  await accepting.stop();
  const next = await startService({ database });
  await next.settled();
  expect(await next.callOf(call.callid)).toMatchObject({ duration: 4 });
});

test('one call id is one record, however often it comes', async () => {
  const call = hangUp({ callto: '9000006001' });
  await service.tell(call, call, { ...call, dialstatus: 'answer' });
  expect(await service.leadsOf('9000006001')).toMatchObject([{ call_count: 1 }]);
});

test('an outbound call makes no "Inbound Call from"', async () => {
  await service.tell(hangUp({ callto: '9000006002', direction: 'outbound' }));
  expect(await service.leadsOf('9000006002')).toMatchObject([{ name: 'Outbound Call to 9000006002' }]);
});

test('IST is not stored as UTC', async () => {
  const call = hangUp({ starttime: '2026-09-21 00:15:00', endtime: '2026-09-21 00:16:00' });
  await service.tell(call);
  expect(await service.callOf(call.callid)).toMatchObject({ call_date: '2026-09-20T18:45:00.000Z' });
});

test('an empty virtual number does not match the first user without one', async () => {
  await service.addUser({ mcube_virtual_number: '' });
  await service.addUser({});
  const call = hangUp({ callto: '9000006003', clicktocalldid: '', emp_phone: '' });
  await service.tell(call);
  expect(await service.callOf(call.callid)).toMatchObject({ user_rule: 'fallback' });
});

test('one person is one lead, whichever way the number is spelt', async () => {
  await service.api('/api/leads', 'POST', { name: 'Meena', phone: '+91 90000-06004' });
  await service.tell(hangUp({ callto: '9000006004' }), hangUp({ callto: '09000006004' }));
  expect(await service.leadsOf('9000006004')).toMatchObject([{ name: 'Meena', call_count: 2 }]);
});

test('120 seconds are 120 seconds', async () => {
  const call = hangUp({ answeredtime: 120 });
  await service.tell(call);
  expect(await service.callOf(call.callid)).toMatchObject({ duration: 120 });
});

test('nobody reads recordings without signing in', async () => {
  const call = hangUp({ callid: newCallId() });
  await service.tell(call);
  const { id } = await service.callOf(call.callid);
  for (const path of ['/api/call-records', `/api/call-records/${id}`]) {
    const answer = await service.request(path);
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.text).not.toContain('recordings.example.com');
  }
});
