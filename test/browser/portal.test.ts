import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { hangUp } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;
let call: number;

beforeAll(async () => {
  service = await startService();
  const visitor = await service.addUser({ login: 'visitor', password: PASSWORD, groups: ['base.group_portal'] });
  const theirs = hangUp({ callto: '9000000001', filename: 'None' });
  await service.tell(theirs, hangUp({ callto: '9000000002' }));
  const { id, lead_id } = await service.callOf(theirs.callid);
  call = id;
  await service.api(`/api/leads/${lead_id}`, 'PATCH', { user_id: visitor });
});

describe('somebody of the portal', () => {
  test('is offered the calls of leads that are theirs, and nothing to do with them', async () => {
    const { page } = await browser.openAs(service, 'visitor', '/');
    await page.getByRole('row').filter({ hasText: '+91 90000 00001' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect(await links.allTextContents()).toEqual(['Calls']);
    expect(await page.getByRole('checkbox').count()).toBe(0);

    await page.goto(`/call-records/${call}/show`);
    await page.getByRole('region', { name: 'Details' }).waitFor();
    const buttons = page.getByRole('main').getByRole('button');
    expect((await buttons.allTextContents()).filter((text) => text !== '')).toEqual([]);
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    // Nothing leads to where they may not go.
    const addresses = await page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(addresses.filter((to) => !/^(#|tel:|\/$|\/call-records|\/preferences)/.test(to ?? ''))).toEqual([]);
  });

  test('is told so wherever else they go', async () => {
    const { page } = await browser.openAs(service, 'visitor', '/');
    const elsewhere = ['leads', 'leads/kanban', 'leads/create', 'missed-calls', 'dashboard', 'users', 'users/create'];
    for (const path of [...elsewhere, 'teams', 'webhook-events', 'welcome', 'odoo']) {
      await page.goto(`/${path}`);
      await expect.poll(() => page.getByRole('main').textContent(), { message: path }).toContain('Access denied');
    }
  });
});
