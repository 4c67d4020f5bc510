import { describe, expect, test } from 'vitest';
import { readId } from '../../src/odoo/transport/read-rows.ts';
import { createServiceKey } from '../../src/security/service-key.ts';
import { wakeToken } from '../../src/services/odoo/wake-address.ts';
import { hangUp } from '../support/calls.ts';
import { startService, until } from '../support/service.ts';
import { VERSIONS } from './server/roots.ts';
import { ADMIN, startOdooWithModule } from './support/odoo.ts';
import { addPerson, SALESMAN } from './support/people.ts';

describe.each(VERSIONS)('What people do in Odoo %i', async (version) => {
  const odoo = await startOdooWithModule(version);
  const asha = await addPerson(odoo, 'asha', SALESMAN);
  const ravi = await addPerson(odoo, 'ravi', SALESMAN);
  const service = await startService();
  const { api, callOf, leadsOf, tell } = service;
  const old = await createLead({ name: 'Typed by hand', phone: '090000 00001', user_id: asha.id, type: 'opportunity' });
  await api('/api/odoo', 'PUT', { url: odoo.url, db: odoo.db, login: ADMIN.login, key: odoo.adminKey });
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
    expect(await leadsOf('9000000031')).toEqual([]);
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
});

const WAKE = wakeToken(createServiceKey(Buffer.from('7e57'.repeat(16), 'hex')));

type Status = { following: { last_read_date: string } | null };
type User = { id: number; login: string; mcube_virtual_number: string | null; active: boolean };
type Lead = { id: number; odoo_id: number } & Record<string, unknown>;

function matches(lead: Lead, wanted: object): boolean {
  return Object.entries(wanted).every(([field, value]) => lead[field] === value);
}
