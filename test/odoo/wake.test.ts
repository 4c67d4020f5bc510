import { expect, test } from 'vitest';
import { findFreePort } from '../../src/db/embedded/free-port.ts';
import { readId } from '../../src/odoo/transport/read-rows.ts';
import { uninstallModule } from '../../src/services/odoo/uninstall-module.ts';
import { startService, until } from '../support/service.ts';
import { ADMIN, startOdooWithModule } from './support/odoo.ts';

test('From 17 on Odoo wakes the service when somebody asks for a call, and forgets it with the module', async () => {
  const odoo = await startOdooWithModule(19);
  const [automations] = await odoo.rows('ir.module.module', [['name', '=', 'base_automation']], ['id']);
  await odoo.call('ir.module.module', 'button_immediate_install', {}, [Number(automations?.id)]);
  const port = await findFreePort();
  const environment = { PORT: String(port), MCUBE_PUBLIC_URL: `http://127.0.0.1:${port}` };
  const service = await startService({ environment });
  await service.api('/api/odoo', 'PUT', { url: odoo.url, db: odoo.db, login: ADMIN.login, key: odoo.adminKey });
  await until('Odoo knows the address', () => service.log().includes('Odoo wakes the service'));

  const request = { x_phone_number: '9000000001', x_state: 'new' };
  const id = readId(await odoo.call('x_mcube_call_request', 'create', { vals_list: [request] }));
  await until('it woke the service', () => service.log().includes('woken by Odoo'));
  const find = () => odoo.rows('x_mcube_call_request', [['id', '=', id]], ['x_state']);
  await until('it is answered', async () => (await find())[0]?.x_state === 'refused', 12);
  expect(await service.request('/mcube/odoo-wake/guessed', { method: 'POST', body: '{}' })).toMatchObject({
    status: 404,
  });

  await service.api('/api/odoo', 'DELETE');
  await uninstallModule({ transport: odoo.admin, version: { series: '19.0', major: 19 } }, () => undefined);
  expect(await odoo.rows('ir.actions.server', [['name', 'like', 'MCUBE']], ['name'])).toEqual([]);
  expect(await odoo.rows('base.automation', [['name', 'like', 'MCUBE']], ['name'])).toEqual([]);
});
