import { beforeAll, describe, expect, test } from 'vitest';
import { hangUp, onCall } from '../support/calls.ts';
import { keyFor } from '../support/keys.ts';
import { startService, type TestService } from '../support/service.ts';

type MyCall = {
  state: string;
  call_record: { id: number; call_id: string; user_name: string | null; agent_name: string | null };
  lead: { id: number; name: string; is_new: boolean; call_count: number } | null;
  candidates: object[];
  last_note: object | null;
  last_outcome: string | null;
};

let service: TestService;
let told: Record<'asha' | 'ravi' | 'meena' | 'nobody', () => Promise<MyCall[]>>;

beforeAll(async () => {
  service = await startService();
  const add = async (name: string, fields: object) => {
    const id = await service.addUser({ name, ...fields });
    const headers = { authorization: `Bearer ${await keyFor(service.database, id)}` };
    return async () => {
      const answer = await fetch(`${service.url}/api/my-calls`, { headers });
      const { data } = JSON.parse(await answer.text());
      return data;
    };
  };
  told = {
    asha: await add('Asha', { phone: '9800000001', mcube_virtual_number: '8030000001' }),
    ravi: await add('Ravi', { phone: '9800000002', mcube_virtual_number: '8030000001' }),
    meena: await add('Meena', { phone: '9800000003' }),
    nobody: await add('Nobody', {}),
  };
});

const of = (calls: MyCall[], { callid }: { callid: string }) =>
  calls.find(({ call_record }) => call_record.call_id === callid);
/** Whom the call pops up for, and how it stands for them. */
async function stands(call: { callid: string }): Promise<Record<string, string | undefined>> {
  const states = await Promise.all(
    Object.entries(told).map(async ([name, ask]) => [name, of(await ask(), call)?.state] as const),
  );
  return Object.fromEntries(states.filter(([, state]) => state !== undefined));
}

describe('a call concerns', () => {
  test('the agent whose phone rings, before anybody answers, and until an hour after it', async () => {
    const call = onCall({ emp_phone: '9800000003', clicktocalldid: '8030000009' });
    await service.tell(call);
    expect(await stands(call)).toEqual({ meena: 'ringing' });
    await service.tell({ ...call, dialstatus: 'ANSWER' });
    expect(await stands(call)).toEqual({ meena: 'talking' });
    await service.tell(hangUp({ ...call, dialstatus: 'ANSWER', endtime: '2026-09-21 11:55:00' }));
    expect(await stands(call)).toEqual({ meena: 'ended' });
    service.clock.turn(3_600);
    expect(await stands(call)).toEqual({});
    service.clock.turn(-3_600);
  });

  test('one agent after the other while it hunts, there and back, and in the end who answered', async () => {
    const ring = onCall({ emp_phone: '9800000002' });
    const rings = async (emp_phone: string) => service.tell({ ...ring, emp_phone });
    await rings('9800000002');
    expect(await stands(ring)).toEqual({ ravi: 'ringing' });
    await rings('9800000001');
    expect(await stands(ring)).toEqual({ asha: 'ringing' });
    await rings('9800000002');
    expect(await stands(ring)).toEqual({ ravi: 'ringing' });
    await rings('9800000003');
    expect(await stands(ring)).toEqual({ meena: 'ringing' });
    const answered = { ...ring, emp_phone: '9800000001', agentname: 'Asha', dialstatus: 'ANSWER' };
    await service.tell(answered, hangUp({ ...answered, endtime: '2026-09-21 11:58:00' }));
    expect(await stands(ring)).toEqual({ asha: 'ended' });
  });

  test('everybody who holds the number that was called, where MCUBE names no agent we know', async () => {
    const call = onCall({ emp_phone: '9811111111', clicktocalldid: '8030000001' });
    await service.tell(call);
    expect(await stands(call)).toEqual({ asha: 'ringing', ravi: 'ringing' });
    await service.tell(hangUp({ ...call, dialstatus: 'NOANSWER', endtime: '2026-09-21 11:58:00' }));
    expect(await stands(call)).toEqual({ asha: 'ended', ravi: 'ended' });
  });

  test('nobody else: no customer with the same number, and nobody who is not signed in', async () => {
    const portal = await service.addUser({ groups: ['base.group_portal'], mcube_virtual_number: '8030000001' });
    const headers = { authorization: `Bearer ${await keyFor(service.database, portal)}` };
    expect((await service.request('/api/my-calls', { headers })).body).toEqual({ data: [], total: 0 });
    expect(await service.request('/api/my-calls')).toMatchObject({ status: 401 });
  });
});

test('it says who calls: a new caller, or a known one with all that was left behind', async () => {
  const customer = { callto: '9000007001', emp_phone: '9800000003' };
  const first = onCall(customer);
  await service.tell(first);
  const fresh = of(await told.meena(), first);
  expect(fresh).toMatchObject({ lead: { is_new: true, call_count: 1 }, last_note: null, last_outcome: null });
  await service.tell(hangUp({ ...first, dialstatus: 'BUSY', answeredtime: '' }));
  const lead_id = fresh?.lead?.id;
  await service.api('/api/notes', 'POST', { lead_id, body: 'Wants the blue one' });
  const other = { name: 'Their office', phone: '9000007001', allow_duplicate: true };
  await service.api('/api/leads', 'POST', other);
  await service.api(`/api/leads/${lead_id}`, 'PATCH', { next_follow_up_at: '2026-10-01T04:30:00.000Z' });
  const second = onCall({ ...customer, callid: `${first.callid}9` });
  await service.tell(second);
  const call = of(await told.meena(), second);
  const known = [call?.lead?.name, ...(call?.candidates ?? []).map((one) => Object.entries(one)[1]?.[1])];
  expect(known.sort()).toEqual(['Inbound Call from 9000007001', 'Their office']);
  expect(call?.lead?.is_new).toBe(false);
  if (call?.lead?.id === lead_id)
    expect(call).toMatchObject({
      lead: { next_follow_up_at: '2026-10-01T04:30:00.000Z', call_count: 2 },
      last_note: { body: 'Wants the blue one', user_name: 'Administrator' },
      last_outcome: 'busy',
    });
});
