import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { simulateCall } from '../support/simulated-call.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;
const ASHA = '9800000001';
const RAVI = '9800000002';

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', name: 'Asha Rao', password: PASSWORD, phone: ASHA });
  await service.addUser({ login: 'ravi', name: 'Bharat Nair', password: PASSWORD, phone: RAVI });
});

const popups = (page: Page) => page.getByRole('region', { name: 'My calls now' });

test('a ringing call shows to its agent alone, survives a reload, takes a name and a note, and ends', async () => {
  const { page: asha } = await browser.openAs(service, 'asha', '/');
  const { page: ravi } = await browser.openAs(service, 'ravi', '/');
  await live(asha);
  await live(ravi);
  const call = simulateCall(service, { from: '9000000001', agents: [ASHA] });
  await call.ring();
  const popup = popups(asha).getByRole('article', { name: '+91 90000 00001' });
  await popup.getByText('Ringing').waitFor();
  // Both have heard of the call by now; only one has it.
  await ravi.getByRole('row').filter({ hasText: '+91 90000 00001' }).waitFor();
  expect(await popups(ravi).getByRole('article').count()).toBe(0);
  await expect.poll(() => asha.getByRole('alert').first().textContent()).toContain('Incoming call: +91 90000 00001');

  await asha.reload();
  await popup.getByText('Ringing').waitFor();
  await popup.getByLabel('New caller: who is it?').fill('Meera Nair');
  await popup.getByRole('button', { name: 'Save' }).click();
  const named = popups(asha).getByRole('article', { name: 'Meera Nair' });
  await named.waitFor();

  await call.end();
  await named.getByText('Answered').waitFor();
  await named.getByLabel('Note').fill('Wants a visit on Sunday');
  // Small and large again: what was typed is still there.
  await named.getByRole('button', { name: 'Make it small' }).click();
  await asha
    .getByRole('button', { name: /Meera Nair/ })
    .last()
    .click();
  await named.getByRole('button', { name: 'Keep the note' }).click();
  await asha.getByText('The note stands on the call.').waitFor();
  const { id, lead_id } = await service.callOf(call.callId);
  const { data } = await service.api<{ data: object[] }>(`/api/notes?call_record_id=${id}`);
  expect(data).toMatchObject([{ body: 'Wants a visit on Sunday', lead_id, user_name: 'Asha Rao' }]);
  expect((await service.leadsOf('9000000001'))[0]).toMatchObject({ name: 'Meera Nair' });

  await named.getByRole('button', { name: 'Put away' }).click();
  await named.waitFor({ state: 'detached' });
  await asha.reload();
  await asha.getByRole('row').filter({ hasText: 'Meera Nair' }).waitFor();
  expect(await popups(asha).getByRole('article').count()).toBe(0);
});

test('a call that goes on to somebody else leaves with their name', async () => {
  const { page: asha } = await browser.openAs(service, 'asha', '/');
  const { page: ravi } = await browser.openAs(service, 'ravi', '/');
  await live(asha);
  await live(ravi);
  const call = simulateCall(service, { from: '9000000003', agents: [ASHA, RAVI] });
  await call.ring();
  await popups(asha).getByRole('article', { name: '+91 90000 00003' }).waitFor();
  await call.end();
  await asha.getByText('Answered by Bharat Nair.').waitFor();
  await popups(ravi).getByRole('article', { name: '+91 90000 00003' }).waitFor();
});

test('two tabs of one person ring once', async () => {
  const { page: first, context } = await browser.openAs(service, 'asha', '/');
  const second = await context.newPage();
  await second.goto('/call-records');
  await live(first);
  await live(second);
  // A browser lets a page be heard once somebody has touched it.
  await second.locator('body').click({ position: { x: 700, y: 5 } });
  const call = simulateCall(service, { from: '9000000004', agents: [ASHA], outcome: 'no_answer' });
  await call.ring();
  for (const page of [first, second]) await popups(page).getByRole('article', { name: '+91 90000 00004' }).waitFor();
  const ringing = async () => {
    const each = await Promise.all([first, second].map((page) => page.locator('html[data-ringing]').count()));
    return each.reduce((sum, one) => sum + one, 0);
  };
  await expect.poll(ringing).toBe(1);
  await call.end();
  await expect.poll(ringing).toBe(0);
});

async function live(page: Page): Promise<void> {
  await page.getByRole('img', { name: 'Live: changes appear by themselves' }).waitFor();
}
