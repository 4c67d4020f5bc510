import { expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { hangUp } from '../support/calls.ts';
import { startService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';
import { ADMIN, startOdooWithModule } from './support/odoo.ts';
import { takePicture } from './support/web-client.ts';

const browser = useBrowser();

test('an administrator connects Odoo in the application, sees how it stands, pauses it and leaves it', async () => {
  const odoo = await startOdooWithModule(19);
  const service = await startService();
  await service.addUser({ login: 'boss', name: 'Boss', password: PASSWORD, groups: ['base.group_system'] });
  const { page, complaints } = await browser.openAs(service, 'boss', '/odoo');

  await page.getByLabel('Address of Odoo').fill(odoo.url);
  await page.getByLabel('Database').fill(odoo.db);
  await page.getByLabel('Login').fill(ADMIN.login);
  await page.getByLabel('API key').first().fill('wrong');
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await page.getByRole('alert').filter({ hasText: 'API key' }).waitFor();
  await takePicture(page, 'page-refused');

  await page.getByLabel('API key').first().fill(odoo.adminKey);
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await page.getByText('Connected', { exact: true }).waitFor();
  await page.getByText('This is Odoo 19').waitFor();
  await takePicture(page, 'page-connected');
  expect(await page.content()).not.toContain(odoo.adminKey);

  await service.tell(hangUp({ callto: '9000000001' }));
  await page.getByRole('link', { name: 'All deliveries' }).click();
  const delivered = page.getByRole('row').filter({ hasText: 'In Odoo' });
  await delivered.filter({ hasText: 'Lead' }).waitFor();
  await delivered.filter({ hasText: 'Call' }).first().waitFor();
  await takePicture(page, 'page-deliveries');
  expect(await odoo.rows('x_mcube_call_record', [], ['x_phone_number'])).toHaveLength(1);
  await page.goto('/odoo-conflicts');
  await page.getByText('No conflicts').waitFor();
  await page.goto('/odoo');
  await page.getByRole('button', { name: 'Compare and mend' }).click();
  await page.getByText('Compared: what differs is being mended.').waitFor();
  await takePicture(page, 'page-balance');
  await page.setViewportSize({ width: 360, height: 740 });
  await takePicture(page, 'page-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Connected', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('button', { name: 'Check and connect' }).waitFor();
  expect(await service.api('/api/odoo')).toMatchObject({ connection: null });
  expect(complaints()).toEqual([]);
});
