import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIC } from '../../src/mcube/test-samples.ts';
import { hangUp, newCallId, onCall, type SentCall } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

/** A call that names nobody. */
const UNNAMED = { emp_phone: '', clicktocalldid: '', groupname: '', agentname: '' };

let service: TestService;
let sales: number;
let members: number[];
beforeAll(async () => {
  service = await startService();
  sales = (await service.api<{ id: number }>('/api/teams', 'POST', { name: 'Sales' })).id;
  members = [await member(), await member(), await member()];
});

const member = (fields: object = {}) => service.addUser({ team_id: sales, ...fields });
const ownerOf = async (call: SentCall) => {
  await service.tell(call);
  const { user_id, user_rule } = await service.callOf(call.callid);
  return { user_id, user_rule };
};
let customers = 9_000_005_000;
const customer = () => {
  customers += 1;
  return String(customers);
};

describe('who gets a call, rule by rule', () => {
  test('the holder of the virtual number, before the agent who answered', async () => {
    const holder = await service.addUser({ mcube_virtual_number: '080-3000 0021' });
    await service.addUser({ phone: '9800000021' });
    const call = hangUp({ callto: customer(), clicktocalldid: '8030000021', emp_phone: '9800000021' });
    expect(await ownerOf(call)).toEqual({ user_id: holder, user_rule: 'virtual_number' });
  });

  test('else the agent by phone, however it is written', async () => {
    const agent = await service.addUser({ phone: '+91 98000 00022' });
    const call = hangUp({ ...UNNAMED, callto: customer(), emp_phone: '09800000022' });
    expect(await ownerOf(call)).toEqual({ user_id: agent, user_rule: 'agent_phone' });
  });

  test('else the agent by e-mail, in any case', async () => {
    const agent = await service.addUser({ email: 'Ravi@Example.com' });
    const call = {
      ...CLASSIC,
      ...{ callid: newCallId(), callfrom: customer(), empnumber: '', callto: '', landingnumber: '' },
    };
    expect(await ownerOf({ ...call, empemail: 'rAVI@example.COM' })).toEqual({
      user_id: agent,
      user_rule: 'agent_email',
    });
  });

  test("else the customer's earlier owner", async () => {
    const callto = customer();
    const keeper = await service.addUser({ phone: '9800000023' });
    await service.tell(hangUp({ ...UNNAMED, callto, emp_phone: '9800000023' }));
    expect(await ownerOf(hangUp({ ...UNNAMED, callto }))).toEqual({ user_id: keeper, user_rule: 'earlier_owner' });
  });

  test('else the team by rotation, each member in turn', async () => {
    const owners = [];
    for (let count = 0; count < 6; count++)
      owners.push((await ownerOf(hangUp({ ...UNNAMED, callto: customer() }))).user_id);
    expect(owners.slice(0, 3).toSorted()).toEqual(members.toSorted());
    expect(owners.slice(3)).toEqual(owners.slice(0, 3));
  });

  test('the team of the MCUBE group that rang, before the default one', async () => {
    const { id } = await service.api<{ id: number }>('/api/teams', 'POST', { name: 'Support' });
    const helper = await service.addUser({ team_id: id });
    const call = hangUp({ ...UNNAMED, callto: customer(), groupname: 'SUPPORT' });
    expect(await ownerOf(call)).toEqual({ user_id: helper, user_rule: 'team_rotation' });
    expect(await service.leadsOf(String(call.callto))).toMatchObject([{ user_id: helper, team_id: id }]);
  });

  test('a withheld number takes a turn as well, one for all events of the call', async () => {
    const { id } = await service.api<{ id: number }>('/api/teams', 'POST', { name: 'Front desk' });
    const desk = [await member({ team_id: id }), await member({ team_id: id })];
    const fields = { ...UNNAMED, callto: 'Anonymous', groupname: 'Front desk' };
    const [first, second] = [hangUp(fields), hangUp(fields)];
    await service.tell(onCall({ ...fields, callid: first.callid }));
    const owners = [await ownerOf(first), await ownerOf({ ...first, disconnectedby: 'Agent' }), await ownerOf(second)];
    expect(owners).toEqual([desk[0], desk[0], desk[1]].map((user_id) => ({ user_id, user_rule: 'team_rotation' })));
    expect(await service.callOf(first.callid)).toMatchObject({ lead_id: null, team_id: id });
  });

  test('else the fallback', async () => {
    const lonely = await startService();
    await lonely.tell(hangUp({ ...UNNAMED, callid: '1', callto: '9000005999' }));
    const { data } = await lonely.api<{ data: { id: number }[] }>('/api/users?login=admin');
    expect(await lonely.callOf('1')).toMatchObject({ user_id: data[0]?.id, user_rule: 'fallback' });
    expect(await lonely.leadsOf('9000005999')).toMatchObject([{ user_id: data[0]?.id }]);
  });
});

describe('an empty value matches nobody', () => {
  test.each(['', '0', 'None', '-', null, '   '])('%j', async (empty) => {
    await service.addUser({ mcube_virtual_number: '', phone: '', email: '' });
    await service.addUser({});
    const call = { ...CLASSIC, ...{ callid: newCallId(), callfrom: customer(), callto: empty, empnumber: empty } };
    const { user_rule } = await ownerOf({ ...call, landingnumber: empty, empemail: empty, gid: empty });
    expect(user_rule).toBe('team_rotation');
  });
});

describe('a virtual number that two users share', () => {
  test('goes to the one who answered, else to the first of them, and the reasons name both', async () => {
    const shared = { mcube_virtual_number: '8030000024' };
    const first = await service.addUser(shared);
    const second = await service.addUser({ ...shared, phone: '9800000024' });
    const line = { clicktocalldid: '8030000024' };
    expect(await ownerOf(hangUp({ ...line, callto: customer(), emp_phone: '9800000024' }))).toMatchObject({
      user_id: second,
    });
    const call = hangUp({ ...line, callto: customer(), emp_phone: '' });
    expect(await ownerOf(call)).toMatchObject({ user_id: first });
    expect((await service.callOf(call.callid)).assignment).toEqual([
      { rule: 'virtual_number', said: 'chosen', user_id: first, among: [first, second] },
    ]);
  });
});

describe('users who are gone', () => {
  test('get no call: neither by number, nor as an earlier owner, nor by turn', async () => {
    const leaver = await member({ phone: '9800000025', mcube_virtual_number: '8030000025' });
    const callto = customer();
    await service.tell(hangUp({ callto, emp_phone: '9800000025', clicktocalldid: '8030000025' }));
    await service.api(`/api/users/${leaver}`, 'PATCH', { active: false });
    const named = hangUp({ callto: customer(), emp_phone: '9800000025', clicktocalldid: '8030000025' });
    const known = hangUp({ ...UNNAMED, callto });
    const strangers = Array.from({ length: 8 }, () => hangUp({ ...UNNAMED, callto: customer() }));
    for (const call of [named, known, ...strangers]) expect((await ownerOf(call)).user_id).not.toBe(leaver);
  });

  test('a portal user never owns a call', async () => {
    await service.addUser({ groups: ['base.group_portal'], phone: '9800000026' });
    expect((await ownerOf(hangUp({ ...UNNAMED, callto: customer(), emp_phone: '9800000026' }))).user_rule).toBe(
      'team_rotation',
    );
  });
});

describe('why somebody got a call', () => {
  test('stands on the record, rule by rule', async () => {
    const call = hangUp({ callto: customer(), emp_phone: '9811111111', clicktocalldid: '8031111111' });
    await service.tell(call);
    const { assignment, user_id } = await service.callOf(call.callid);
    expect(assignment).toEqual([
      { rule: 'virtual_number', said: 'nobody' },
      { rule: 'agent_phone', said: 'nobody' },
      { rule: 'agent_email', said: 'not_given' },
      { rule: 'earlier_owner', said: 'not_given' },
      { rule: 'team_rotation', said: 'chosen', user_id },
    ]);
  });
});

describe("a new lead's owner", () => {
  const ASHA = { emp_phone: '9800000027', clicktocalldid: '', agentname: 'Asha' };
  const RAVI = { emp_phone: '9800000028', clicktocalldid: '', agentname: 'Ravi' };
  let asha: number;
  let ravi: number;
  beforeAll(async () => {
    asha = await service.addUser({ phone: ASHA.emp_phone, team_id: sales });
    ravi = await service.addUser({ phone: RAVI.emp_phone });
  });
  const rings = async () => {
    const id = { callid: newCallId(), callto: customer() };
    await service.tell(onCall({ ...id, ...ASHA }));
    const [lead] = await service.leadsOf(id.callto);
    expect(lead).toMatchObject({ user_id: asha, team_id: sales });
    return { id, lead };
  };

  test('follows who answered', async () => {
    const { id } = await rings();
    await service.tell(hangUp({ ...id, ...RAVI }));
    expect(await service.leadsOf(id.callto)).toMatchObject([{ user_id: ravi, team_id: null }]);
    expect(await service.callOf(id.callid)).toMatchObject({ user_id: ravi, user_rule: 'agent_phone' });
  });

  test('not after a person changed it', async () => {
    const { id, lead } = await rings();
    await service.api(`/api/leads/${lead?.id}`, 'PATCH', { user_id: members[0] });
    await service.tell(hangUp({ ...id, ...RAVI }));
    expect(await service.leadsOf(id.callto)).toMatchObject([{ user_id: members[0] }]);
    expect(await service.callOf(id.callid)).toMatchObject({ user_id: ravi });
  });

  test('not by a later call that somebody else answered', async () => {
    const { id } = await rings();
    await service.tell(hangUp({ ...id, ...ASHA }), hangUp({ callto: id.callto, ...RAVI }));
    expect(await service.leadsOf(id.callto)).toMatchObject([{ user_id: asha, call_count: 2 }]);
  });

  test('whom a person gave a call keeps it, whatever MCUBE says later', async () => {
    const { id } = await rings();
    const { id: record } = await service.callOf(id.callid);
    await service.api(`/api/call-records/${record}`, 'PATCH', { user_id: members[1] });
    await service.tell(hangUp({ ...id, ...RAVI }));
    expect(await service.callOf(id.callid)).toMatchObject({ user_id: members[1], user_rule: 'person', duration: 4 });
  });
});
