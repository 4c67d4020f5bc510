import { describe, expect, test } from 'vitest';
import { answerOf } from '../../src/odoo/transport/failure.ts';
import { readId, readRows, textOf } from '../../src/odoo/transport/read-rows.ts';
import { VERSIONS } from './server/roots.ts';
import { startOdooWithModule, type TestOdoo } from './support/odoo.ts';
import { addPerson, MANAGER, type OdooPerson, PORTAL, PUBLIC, SALESMAN } from './support/people.ts';
import { signIn } from './support/web-session.ts';

describe.each(VERSIONS)('in Odoo %i', async (version) => {
  const odoo = await startOdooWithModule(version);
  const asha = await addPerson(odoo, 'asha', SALESMAN);
  const ravi = await addPerson(odoo, 'ravi', SALESMAN);
  const manager = await addPerson(odoo, 'manager', MANAGER);
  const customer = await addPerson(odoo, 'customer', PORTAL);
  const clerk = await addPerson(odoo, 'clerk', 'base.group_user');
  const asAsha = await odoo.as(asha.login, asha.password);
  const asRavi = await odoo.as(ravi.login, ravi.password);
  const leads = {
    asha: await make('crm.lead', { name: "Asha's", user_id: asha.id, type: 'opportunity' }),
    ravi: await make('crm.lead', { name: "Ravi's", user_id: ravi.id, partner_id: customer.partnerId }),
    nobody: await make('crm.lead', { name: "Nobody's", user_id: false }),
  };
  await make('x_mcube_call_record', { x_call_id: 'asha-lead', x_lead_id: leads.asha });
  await make('x_mcube_call_record', { x_call_id: 'ravi-lead', x_lead_id: leads.ravi });
  await make('x_mcube_call_record', { x_call_id: 'asha-call', x_user_id: asha.id });
  await make('x_mcube_call_record', { x_call_id: 'open-lead', x_lead_id: leads.nobody });
  await make('x_mcube_call_record', { x_call_id: 'lonely' });

  async function make(model: string, values: object): Promise<number> {
    return readId(await odoo.call(model, 'create', { vals_list: [values] })) ?? 0;
  }

  test('everybody sees the calls that are theirs to see', async () => {
    expect(await callsSeenBy(odoo, asha)).toEqual(['asha-call', 'asha-lead', 'open-lead']);
    expect(await callsSeenBy(odoo, ravi)).toEqual(['open-lead', 'ravi-lead']);
    expect(await callsSeenBy(odoo, manager)).toEqual(['asha-call', 'asha-lead', 'lonely', 'open-lead', 'ravi-lead']);
    expect(await callsSeenBy(odoo, customer)).toEqual(['ravi-lead']);
    expect(await callsSeenBy(odoo, clerk)).toEqual([]);
  });

  test('the public reads no call', async () => {
    expect(await callsSeenBy(odoo, await addPerson(odoo, 'stranger', PUBLIC))).toEqual([]);
  });

  test('salespeople change no call of another, and delete none', async () => {
    const [own, others] = await odoo
      .rows('x_mcube_call_record', [['x_call_id', 'in', ['asha-call', 'ravi-lead']]], ['x_call_id'])
      .then((rows) =>
        rows.sort((a, b) => textOf(a.x_call_id).localeCompare(textOf(b.x_call_id))).map(({ id }) => Number(id)),
      );
    const change = (id: number | undefined, method: string) =>
      asAsha.call({
        model: 'x_mcube_call_record',
        method,
        ids: [id ?? 0],
        ...(method === 'write' && { named: { vals: { x_status: 'changed' } } }),
      });
    expect(await change(others, 'write')).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await change(own, 'unlink')).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await callsSeenBy(odoo, manager)).toContain('asha-call');
  });

  test('a call request says who made it, and is about a lead they may see', async () => {
    const request = (lead: number) => ({
      model: 'x_mcube_call_request',
      method: 'create',
      named: { vals_list: [{ x_phone_number: '9000000001', x_lead_id: lead, x_state: 'new' }] },
    });
    const id = readId(answerOf(await asAsha.call(request(leads.asha))));
    expect(await odoo.rows('x_mcube_call_request', [['id', '=', id]], ['x_user_id'])).toMatchObject([
      { x_user_id: [asha.id, 'asha'] },
    ]);
    expect(await asAsha.call(request(leads.ravi))).toMatchObject({ failure: { kind: 'forbidden' } });
    const read = { model: 'x_mcube_call_request', method: 'search_count', named: { domain: [] } };
    expect(answerOf(await asRavi.call(read))).toBe(0);
    const answer = { model: 'x_mcube_call_request', method: 'write', named: { vals: { x_state: 'done' } } };
    expect(await asAsha.call({ ...answer, ids: [id ?? 0] })).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  test('salespeople set their own virtual number, and nobody else’s', async () => {
    const write = { model: 'res.users', method: 'write', named: { vals: { x_mcube_virtual_number: '8030000009' } } };
    expect(await asAsha.call({ ...write, ids: [ravi.id] })).toMatchObject({ failure: { kind: 'forbidden' } });
    const session = await signIn({ url: odoo.url, db: odoo.db, login: asha.login, password: asha.password });
    const row = readId(await session.call('x_mcube_own_number', 'create', [{ x_name: ' 8030000001 ' }])) ?? 0;
    const [action] = await odoo.rows('ir.actions.server', [['name', '=', 'Save MCUBE Virtual Number']], ['id']);
    await session.runAction(Number(action?.id), {
      active_model: 'x_mcube_own_number',
      active_id: row,
      active_ids: [row],
    });
    const set = await odoo.rows(
      'res.users',
      [['x_mcube_virtual_number', '!=', false]],
      ['login', 'x_mcube_virtual_number'],
    );
    expect(set).toMatchObject([{ login: 'asha', x_mcube_virtual_number: '8030000001' }]);
  });
});

/** As in the browser: customers have no API keys. */
async function callsSeenBy({ url, db }: TestOdoo, { login, password }: OdooPerson): Promise<string[]> {
  const session = await signIn({ url, db, login, password });
  const rows = await session.call('x_mcube_call_record', 'search_read', [[], ['x_call_id']]);
  return readRows(rows)
    .map((row) => textOf(row.x_call_id))
    .sort();
}
