import { describe, expect, test } from 'vitest';
import { relatedId } from '../../src/odoo/reading/row-values.ts';
import { readId } from '../../src/odoo/transport/read-rows.ts';
import { createServiceKey } from '../../src/security/service-key.ts';
import { wakeToken } from '../../src/services/odoo/wake-address.ts';
import { hangUp, onCall } from '../support/calls.ts';
import { openEvents } from '../support/event-stream.ts';
import { runCommand } from '../support/run-command.ts';
import { startService, until } from '../support/service.ts';
import { VERSIONS } from './server/roots.ts';
import { makeApiKey } from './support/make-api-key.ts';
import { startOdooWithModule } from './support/odoo.ts';
import { addPerson, SALESMAN } from './support/people.ts';
import { signIn } from './support/web-session.ts';

describe.each(VERSIONS)('What people do in Odoo %i', async (version) => {
  const odoo = await startOdooWithModule(version);
  const asha = await addPerson(odoo, 'asha', SALESMAN);
  const ravi = await addPerson(odoo, 'ravi', SALESMAN);
  const own = await addPerson(odoo, 'mcube', SERVICE);
  const service = await startService();
  const { api, callOf, leadsOf, tell } = service;
  const old = await createLead({ name: 'Typed by hand', phone: '090000 00001', user_id: asha.id, type: 'opportunity' });
  const key = await makeApiKey({ url: odoo.url, db: odoo.db, login: own.login, password: own.password });
  await api('/api/odoo', 'PUT', { url: odoo.url, db: odoo.db, login: own.login, key });
  await until('everything is read', async () => (await api<Status>('/api/odoo')).following !== null);

  async function createLead(values: object): Promise<number> {
    return readId(await odoo.call('crm.lead', 'create', { vals_list: [values] })) ?? 0;
  }
  const change = (id: number, vals: object) => odoo.call('crm.lead', 'write', { vals }, [id]);

  const wake = () => service.request(`/mcube/odoo-wake/${WAKE}`, { method: 'POST' });

  /** The lead here that is this one of Odoo's, once it is as told. */
  async function leadOf(odooId: number, wanted: object): Promise<Lead> {
    let lead: Lead | undefined;
    await wake();
    await until(`lead ${odooId} is ${JSON.stringify(wanted)}`, async () => {
      [lead] = (await api<{ data: Lead[] }>(`/api/leads?odoo_id=${odooId}`)).data;
      return lead !== undefined && matches(lead, wanted);
    });
    if (lead === undefined) throw new Error('no lead');
    return lead;
  }

  async function userOf(login: string): Promise<User> {
    const [user] = (await api<{ data: User[] }>(`/api/users?login=${login}`)).data;
    if (user === undefined) throw new Error(`no user ${login}`);
    return user;
  }

  test('makes them agents here, who own what is theirs there; a call of a lead typed there finds it', async () => {
    const { id } = await userOf('asha');
    const lead = await leadOf(old, { name: 'Typed by hand', user_id: id, type: 'opportunity', is_open: true });
    const call = hangUp({ callto: '9000000001' });
    await tell(call);
    expect(await callOf(call.callid)).toMatchObject({ lead_id: lead.id, user_id: id });
  });

  test('makes no agent of the user who is there for the service alone', async () => {
    expect(await api<{ total: number }>('/api/users?login=mcube')).toMatchObject({ total: 0 });
    expect((await api<{ connection: { about: string[] } }>('/api/odoo')).connection.about.join(' ')).toContain(
      'there for this service alone',
    );
  });

  test('is followed field by field, and the next call follows it', async () => {
    const [qualified] = await odoo.rows('crm.stage', [['name', '=', 'Qualified']], ['id']);
    await change(old, { name: 'Renamed', user_id: ravi.id, stage_id: qualified?.id, phone: '9000000011' });
    const owner = (await userOf('ravi')).id;
    const lead = await leadOf(old, { name: 'Renamed', user_id: owner, stage_name: 'Qualified', phone: '9000000011' });
    const call = hangUp({ callto: '9000000011' });
    await tell(call);
    expect(await callOf(call.callid)).toMatchObject({ lead_id: lead.id, user_id: owner });
  });

  test('closes leads here: the next call of a lost, or a won, customer opens a new one for the same owner', async () => {
    const owner = (await userOf('ravi')).id;
    for (const [phone, close] of [
      ['9000000021', 'action_set_lost'],
      ['9000000022', 'action_set_won'],
    ] as const) {
      const id = await createLead({ name: close, phone, user_id: ravi.id, type: 'opportunity' });
      const { id: closed } = await leadOf(id, { is_open: true });
      await odoo.call('crm.lead', close, {}, [id]);
      await leadOf(id, { is_open: false, active: close === 'action_set_won' });
      const call = hangUp({ callto: phone });
      await tell(call);
      const { lead_id, user_id } = await callOf(call.callid);
      expect(lead_id).not.toBe(closed);
      expect(user_id).toBe(owner);
    }
  });

  test("reaches the leads of a contact whose number changes, and leads whose number is the contact's", async () => {
    const contact = readId(
      await odoo.call('res.partner', 'create', { vals_list: [{ name: 'Meera', phone: '9000000031' }] }),
    );
    const id = await createLead({ name: 'Of Meera', partner_id: contact, type: 'opportunity' });
    const lead = await leadOf(id, { name: 'Of Meera' });
    expect(await leadsOf('9000000031')).toMatchObject([{ id: lead.id }]);
    await odoo.call('res.partner', 'write', { vals: { phone: '9000000032' } }, [contact ?? 0]);
    await wake();
    await until('the new number is known', async () => (await leadsOf('9000000032')).length === 1);
    // A round that read the lead before and its contact after the change knew both numbers; the next one does not.
    await until('the old one is not', async () => (await leadsOf('9000000031')).length === 0);
  });

  test('routes calls by the virtual number that was set in the user form', async () => {
    await odoo.call('res.users', 'write', { vals: { x_mcube_virtual_number: '8030000077' } }, [ravi.id]);
    await wake();
    await until('the number is known', async () => (await userOf('ravi')).mcube_virtual_number === '8030000077');
    const call = hangUp({ callto: '9000000041', clicktocalldid: '8030000077', emp_phone: '' });
    await tell(call);
    expect(await callOf(call.callid)).toMatchObject({
      user_id: (await userOf('ravi')).id,
      user_rule: 'virtual_number',
    });
  });
  test('is told to whoever watches here: a lead on its way through the board, and the stages of the board', async () => {
    const { key: apiKey } = await api<{ key: string }>('/api/api-keys', 'POST', { name: 'watching' });
    const watching = await openEvents(service, { authorization: `Bearer ${apiKey}` });
    const told = (model: string, id: number) =>
      watching.until(({ data }) => new RegExp(`^{"model":"${model}","ids":.*\\b${id}\\b`).test(JSON.stringify(data)));
    const stage = readId(await odoo.call('crm.stage', 'create', { vals_list: [{ name: 'Visited' }] })) ?? 0;
    await wake();
    const stageHere = async () => (await api<{ data: { id: number }[] }>(`/api/stages?odoo_id=${stage}`)).data[0]?.id;
    await until('the stage is here', async () => (await stageHere()) !== undefined);
    const id = (await stageHere()) ?? 0;
    await told('crm.stage', id);
    watching.events.length = 0;
    await change(old, { stage_id: stage });
    const lead = await leadOf(old, { stage_name: 'Visited' });
    await told('crm.lead', lead.id);
    watching.events.length = 0;
    await change(old, { stage_id: 1 });
    await leadOf(old, { stage_name: 'New' });
    await odoo.call('crm.stage', 'unlink', {}, [stage]);
    await wake();
    await until('the stage is gone', async () => (await stageHere()) === undefined);
    await told('crm.stage', id);
    watching.close();
  });

  test('is met by what people do here: who answers, and a move on the board, count there as well', async () => {
    const ringing = onCall({ callto: '9000000091', emp_phone: '', clicktocalldid: '8030000099' });
    await tell(ringing);
    const lead = await api<Lead>(`/api/leads/${(await callOf(ringing.callid)).lead_id}`);
    const there = async () => (await odoo.rows('crm.lead', [['id', '=', await odooId()]], ['user_id', 'stage_id']))[0];
    const odooId = async () => (await api<Lead>(`/api/leads/${lead.id}`)).odoo_id;
    const read = () =>
      service.database.kysely.selectFrom('odoo_record').select('odoo_id').where('model', '=', 'crm.lead');
    await until('Odoo has the lead', async () => (await odooId()) !== null);
    await wake();
    await until(
      'it is read back',
      async () =>
        (
          await read()
            .where('odoo_id', '=', await odooId())
            .execute()
        ).length === 1,
    );
    await api(`/api/users/${(await userOf('asha')).id}`, 'PATCH', { phone: '9800000077' });
    await tell(
      hangUp({
        ...ringing,
        dialstatus: 'ANSWER',
        emp_phone: '9800000077',
        answeredtime: '00:00:04',
        endtime: '2026-09-21 11:50:28',
      }),
    );
    expect((await callOf(ringing.callid)).user_id).toBe((await userOf('asha')).id);
    await until('Odoo knows who answered', async () => relatedId((await there())?.user_id) === asha.id);
    const [won] = (await api<{ data: Lead[] }>('/api/stages?is_won=true')).data;
    await api(`/api/leads/${lead.id}`, 'PATCH', { stage_id: won?.id });
    await until('Odoo knows it is won', async () => relatedId((await there())?.stage_id) === won?.odoo_id);
  });

  test('that deletes a lead archives it here with its calls; where another lead has its number, that one gets them', async () => {
    const [alone, twin, kept] = await Promise.all(
      ['9000000051', '9000000052', '9000000052'].map((phone, place) => createLead({ name: `Lead ${place}`, phone })),
    );
    const leads = [await leadOf(alone ?? 0, {}), await leadOf(twin ?? 0, {}), await leadOf(kept ?? 0, {})] as const;
    const [call, other] = [hangUp({ callto: '9000000051' }), hangUp({ callto: '9000000052' })];
    await tell(call, other);
    await api(`/api/call-records/${(await callOf(other.callid)).id}`, 'PATCH', { lead_id: leads[1].id });
    await odoo.call('crm.lead', 'unlink', {}, [alone ?? 0, twin ?? 0]);
    await wake();
    const conflicts = () => api<{ data: Conflict[] }>('/api/odoo-conflicts?field=id&sort=here');
    await until('both are noticed', async () => (await conflicts()).data.length === 2);
    const [first, second] = (await conflicts()).data;
    expect(first).toMatchObject({ record_id: leads[0].id, here: 'Lead 0', reason: expect.stringContaining('deleted') });
    expect(second).toMatchObject({
      record_id: leads[1].id,
      here: 'Lead 1',
      reason: expect.stringContaining('"Lead 2"'),
    });
    expect(await callOf(call.callid)).toMatchObject({ lead_id: leads[0].id });
    expect(await callOf(other.callid)).toMatchObject({ lead_id: leads[2].id });
    expect((await api<Lead>(`/api/leads/${leads[0].id}`)).active).toBe(false);
  });

  test('that merges leads of two numbers merges them here, and both numbers call the one that is left', async () => {
    const [one, other] = [hangUp({ callto: '9000000081' }), hangUp({ callto: '9000000082' })];
    await tell(one, other);
    const odooIdOf = async ({ callid }: { callid: string }) =>
      (await api<Lead>(`/api/leads/${(await callOf(callid)).lead_id}`)).odoo_id;
    await until('both are in Odoo', async () => {
      const told = await odoo.rows(
        'mail.message',
        [
          ['res_id', 'in', [await odooIdOf(one), await odooIdOf(other)]],
          ['message_id', 'like', 'mcube-call-'],
        ],
        ['res_id'],
      );
      return told.length === 2;
    });
    await odoo.call('crm.lead', 'merge_opportunity', {}, [await odooIdOf(one), await odooIdOf(other)]);
    await wake();
    await until(
      'they are one here',
      async () => (await callOf(one.callid)).lead_id === (await callOf(other.callid)).lead_id,
    );
    const { lead_id } = await callOf(one.callid);
    const again = [hangUp({ callto: '9000000081' }), hangUp({ callto: '9000000082' })] as const;
    await tell(...again);
    for (const { callid } of again) expect(await callOf(callid)).toMatchObject({ lead_id });
    const [kept] = await odoo.rows('crm.lead', [['id', '=', await odooIdOf(one)]], ['id']);
    const calls = () => odoo.rows('x_mcube_call_record', [['x_lead_id', '=', kept?.id]], ['id']);
    await until('Odoo has all four on that lead', async () => (await calls()).length === 4);
  });

  test('wins over what was changed here at the same time, and is listed; what changed only here goes there', async () => {
    const id = await createLead({ name: 'Both', phone: '9000000061', contact_name: 'Meera' });
    const lead = await leadOf(id, { name: 'Both' });
    await api('/api/odoo', 'PATCH', { paused: true });
    await api(`/api/leads/${lead.id}`, 'PATCH', { name: 'Changed here', contact_name: 'Meera Nair' });
    await change(id, { name: 'Changed there' });
    await api('/api/odoo', 'PATCH', { paused: false });
    await leadOf(id, { name: 'Changed there', contact_name: 'Meera Nair' });
    const there = async () => (await odoo.rows('crm.lead', [['id', '=', id]], ['name', 'contact_name']))[0];
    await until('Odoo has it too', async () => (await there())?.contact_name === 'Meera Nair');
    expect((await there())?.name).toBe('Changed there');
    expect(await api('/api/odoo-conflicts?model=crm.lead&field=name')).toMatchObject({
      data: [{ record_id: lead.id, here: 'Changed here', in_odoo: 'Changed there', decision: 'odoo' }],
    });
  });

  test('that asks for a call is answered in words while the button waits; what is old is not called', async () => {
    const session = await signIn({ url: odoo.url, db: odoo.db, login: asha.login, password: asha.password });
    const ask = async (phone: string) =>
      readId(await session.call('x_mcube_call_request', 'create', [{ x_phone_number: phone, x_state: 'new' }])) ?? 0;
    const answerTo = async (id: number) => {
      const [row] = await odoo.rows('x_mcube_call_request', [['id', '=', id]], ['x_state', 'x_answer']);
      return row;
    };
    const id = await ask('9000000071');
    await until('it is answered', async () => (await answerTo(id))?.x_state !== 'new', 12);
    const words = expect.stringContaining('dialling is not configured');
    expect(await answerTo(id)).toMatchObject({ x_state: 'refused', x_answer: words });
    await api('/api/odoo', 'PATCH', { paused: true });
    const old = await ask('9000000072');
    const age = "update x_mcube_call_request set create_date = create_date - interval '10 minutes' where id = $1";
    await odoo.sql(age, [old]);
    await api('/api/odoo', 'PATCH', { paused: false });
    await until('it is answered', async () => (await answerTo(old))?.x_state !== 'new', 12);
    expect(await answerTo(old)).toMatchObject({ x_answer: expect.stringContaining('10 minutes old') });
    const taken = await service.database.kysely
      .selectFrom('odoo_call_request')
      .selectAll()
      .orderBy('odoo_id')
      .execute();
    expect(taken).toMatchObject([
      { odoo_id: id, user_id: (await userOf('asha')).id, phone_number: '9000000071', state: 'refused' },
      { odoo_id: old, state: 'expired' },
    ]);
  });

  test('behind our back is found by the balance of the day and by reconciling, which mends it', async () => {
    const balance = async () => (await api<{ data: Balance[] }>('/api/odoo/balance?days=1')).data[0];
    await until('all is there', async () => (await balance())?.gaps.length === 0);
    const day = await balance();
    expect(day).toMatchObject({ day: '2026-09-21', received: day?.recorded, in_odoo: day?.recorded });
    const [lost, altered] = await odoo.rows('x_mcube_call_record', [['x_lead_id', '!=', false]], ['x_call_id']);
    await odoo.call('x_mcube_call_record', 'unlink', {}, [Number(lost?.id)]);
    await odoo.sql('update x_mcube_call_record set x_duration = 9999 where id = $1', [altered?.id]);
    // Without a trace, and older than any look back of the reader's.
    const past = "write_date = write_date - interval '1 day'";
    await odoo.sql(`update crm_lead set name = 'Behind the back', ${past} where id = $1`, [old]);
    expect(await balance()).toMatchObject({ gaps: [{ kind: 'missing', count: 1 }] });
    expect(await api('/api/odoo/reconcile', 'POST', { days: 7 })).toMatchObject({
      leads: { made: 0, changed: 1 },
      calls: { missing: 1, different: 1 },
    });
    await leadOf(old, { name: 'Behind the back' });
    await until('all is there again', async () => (await balance())?.gaps.length === 0);
    expect(await odoo.rows('x_mcube_call_record', [['x_duration', '=', 9999]], ['id'])).toEqual([]);
    const environment = { DATABASE_URL: service.database.url, MCUBE_SECRET_KEY: '7e57'.repeat(16) };
    const again = await runCommand(environment, ['odoo', 'reconcile', '--days', '3650']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Leads: 0 changed here') });
    expect(again.stdout).toContain('0 were missing in Odoo and 0 different');
  });

  test('that archives a user closes the account here, and leaves calls and leads theirs', async () => {
    await odoo.call('res.users', 'write', { vals: { active: false } }, [ravi.id]);
    await wake();
    await until('the account is closed', async () => !(await userOf('ravi')).active);
    const owner = (await userOf('ravi')).id;
    expect((await api<{ total: number }>(`/api/leads?user_id=${owner}`)).total).toBeGreaterThan(0);
    const call = hangUp({ callto: '9000000011' });
    await tell(call);
    expect((await callOf(call.callid)).user_id).not.toBe(owner);
  });

  test('changes nothing any more when nobody does anything', async () => {
    const lastRead = async () => (await api<Status>('/api/odoo')).following?.last_read_date ?? '';
    const afterAnotherLook = async () => {
      const last = await lastRead();
      await wake();
      await until('it is read again', async () => (await lastRead()) !== last);
      return {
        here: await service.database.kysely.selectFrom('crm_lead').select(['id', 'write_date']).orderBy('id').execute(),
        deliveries: await service.database.kysely.selectFrom('odoo_delivery').select(['id', 'changed']).execute(),
        there: await odoo.sql('select id, write_date from crm_lead order by id'),
      };
    };
    await afterAnotherLook();
    const before = await afterAnotherLook();
    await afterAnotherLook();
    expect(await afterAnotherLook()).toEqual(before);
  });
});

/** What the service needs there, and no more. */
const SERVICE = 'mcube_integration.group_mcube_service';
const WAKE = wakeToken(createServiceKey(Buffer.from('7e57'.repeat(16), 'hex')));

type Status = { following: { last_read_date: string } | null };
type Balance = { day: string; received: number; recorded: number; in_odoo: number | null; gaps: { kind: string }[] };
type Conflict = { record_id: number };
type User = { id: number; login: string; mcube_virtual_number: string | null; active: boolean };
type Lead = { id: number; odoo_id: number } & Record<string, unknown>;

function matches(lead: Lead, wanted: object): boolean {
  return Object.entries(wanted).every(([field, value]) => lead[field] === value);
}
