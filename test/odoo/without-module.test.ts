import { expect, test } from 'vitest';
import { hangUp } from '../support/calls.ts';
import { runCommand } from '../support/run-command.ts';
import { until } from '../support/service.ts';
import { VERSIONS } from './server/roots.ts';
import { delivered, type OdooStatus, startConnected } from './support/connected.ts';
import { ADMIN, startOdoo } from './support/odoo.ts';

test.each(VERSIONS)(
  'An Odoo %i without our module gets leads; their calls wait until it is installed',
  async (version) => {
    const odoo = await startOdoo(version);
    const service = await startConnected(odoo);
    const status = () => service.api<OdooStatus & { connection: { about: string[] } }>('/api/odoo');
    expect((await status()).connection.about).toContainEqual(expect.stringContaining('Our module is not installed'));

    await service.tell(hangUp({ callto: '9000000101' }));
    const leads = () => odoo.rows('crm.lead', [['phone', '=', '9000000101']], ['name']);
    await until('the lead is there', async () => (await leads()).length === 1, 60);
    await until('only the call waits', async () => (await status()).queue.waiting === 1, 60);
    expect(await status()).toMatchObject({ connection: { state: 'connected' }, queue: { failed: 0 } });

    const environment = { DATABASE_URL: service.database.url, MCUBE_ODOO_API_KEY: odoo.adminKey };
    const install = ['odoo', 'install', '--url', odoo.url, '--db', odoo.db, '--login', ADMIN.login];
    expect(await runCommand(environment, install)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('installed'),
    });
    expect(await status()).toMatchObject({ connection: { paused: false } });
    await service.api('/api/odoo/check', 'POST');
    await delivered(service);
    const calls = await odoo.rows('x_mcube_call_record', [['x_phone_number', '=', '9000000101']], ['x_lead_id']);
    expect(calls).toHaveLength(1);
    expect(await leads()).toHaveLength(1);
    expect(calls[0]?.x_lead_id).toMatchObject([expect.any(Number), expect.stringContaining('9000000101')]);
  },
);
