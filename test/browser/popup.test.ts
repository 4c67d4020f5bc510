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
  await service.addUser({ login: 'ravi', name: 'Ravi Menon', password: PASSWORD, phone: RAVI });
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
  await asha.getByText('Answered by Ravi Menon.').waitFor();
  await popups(ravi).getByRole('article', { name: '+91 90000 00003' }).waitFor();
});

test('a call that goes on leaves with the name of the user who has it, whoever owns it, where it can be read', async () => {
  const [second, third] = ['9800000091', '9800000092'];
  await service.addUser({ login: 'omar', name: 'Omar Khan', password: PASSWORD, phone: second });
  await service.addUser({ login: 'kavya', name: 'Kavya Sen', password: PASSWORD, phone: third });
  await service.addUser({
    login: 'owner',
    name: 'Owner Of It',
    password: PASSWORD,
    mcube_virtual_number: '8030000009',
  });
  const { page } = await browser.openAs(service, 'omar', '/');
  await live(page);
  const call = simulateCall(service, { from: '9000000005', to: '8030000009', agents: [second, third] });
  await call.ring();
  await popups(page).getByRole('article', { name: '+91 90000 00005' }).waitFor();
  await call.ring(1);
  await page.getByText('The call went to Kavya Sen.').waitFor();
  // Text that has the colour of its ground is nothing that axe complains about.
  const colours = `(({ color, backgroundColor }) => [color, backgroundColor])
    (getComputedStyle(document.querySelector('[aria-label="My calls now"] [role=status]')))`;
  const [text, ground] = await page.evaluate<[string, string]>(colours);
  expect(text).not.toBe(ground);
  await call.end();
  await page.getByText('Answered by Kavya Sen.').waitFor();
});

test('many calls stack: each in full, and those that ended make way, unless somebody works in them', async () => {
  const phone = '9800000093';
  await service.addUser({ login: 'dev', name: 'Dev Kapoor', password: PASSWORD, phone });
  const { page } = await browser.openAs(service, 'dev', '/', { width: 360, height: 640 });
  await live(page);
  const calls = [1, 2, 3, 4].map((of) => simulateCall(service, { from: `900000005${of}`, agents: [phone] }));
  for (const call of calls) await call.ring();
  const articles = popups(page).getByRole('article');
  const article = (of: number) => popups(page).getByRole('article', { name: `+91 90000 0005${of}` });
  const pill = (of: number) => popups(page).getByRole('button', { name: `Show the call with +91 90000 0005${of}` });
  await expect.poll(() => articles.count()).toBe(4);
  // What does not fit is reached by scrolling, rather than cut off.
  const cutOff = () =>
    articles.evaluateAll((all) => all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight).length);
  expect(await cutOff()).toBe(0);

  await article(2).getByLabel('Note').fill('Half a note');
  for (const call of calls.slice(0, 3)) await call.end();
  await pill(1).waitFor();
  await pill(3).waitFor();
  await article(2).getByText('Answered').waitFor();
  expect(await article(2).locator('textarea:focus').inputValue()).toBe('Half a note');
  await article(4).getByText('Ringing').waitFor();
  await pill(1).click();
  await article(1).getByText('Answered').waitFor();

  await popups(page).getByRole('button', { name: 'Put away all that ended' }).click();
  await pill(3).waitFor({ state: 'detached' });
  await expect.poll(() => articles.count()).toBe(1);
  await article(4).waitFor();

  const [lead] = await service.leadsOf('9000000051');
  await page.goto(`/leads/${lead?.id}/show`);
  await article(4).getByText('Ringing').waitFor();
  // On a phone the page's own button stays within reach, and so does the page when the call is over.
  await page.locator('[data-sticky-call] a').click({ trial: true });
  await calls[3]?.end();
  await pill(4).waitFor();
});

test('who was not asked for a name at the first call is asked at the next, which a key leads to', async () => {
  const { page } = await browser.openAs(service, 'asha', '/');
  await live(page);
  await simulateCall(service, { from: '9000000007', agents: [ASHA], outcome: 'no_answer' }).end();
  const startsAt = new Date(service.clock.now().getTime() + 60_000);
  const call = simulateCall(service, { from: '9000000007', agents: [ASHA], startsAt });
  await call.ring();
  const popup = popups(page).getByRole('article', { name: '+91 90000 00007' }).filter({ hasText: 'Ringing' });
  await popup.getByText('2 calls').waitFor();
  await page.keyboard.press('p');
  await page.keyboard.type('Farida Khan');
  await page.keyboard.press('Enter');
  await popups(page).getByRole('article', { name: 'Farida Khan' }).getByText('Ringing').waitFor();
  expect((await service.leadsOf('9000000007'))[0]).toMatchObject({ name: 'Farida Khan', contact_name: 'Farida Khan' });
  await call.end();
});

test('a tab that the browser kept silent rings once somebody has touched it', async () => {
  const { page } = await browser.openAs(service, 'asha', '/preferences');
  // Whoever looks into a page from a test has touched it: what the browser does before is played.
  await page.addInitScript(`{
    const { get } = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state');
    let touched = false;
    addEventListener('pointerup', () => { touched = true; }, { capture: true });
    Object.defineProperty(BaseAudioContext.prototype, 'state', { get() { return touched ? get.call(this) : 'suspended'; } });
  }`);
  await page.goto('/');
  await live(page);
  const call = simulateCall(service, { from: '9000000006', agents: [ASHA], outcome: 'no_answer' });
  await call.ring();
  await popups(page).getByRole('article', { name: '+91 90000 00006' }).waitFor();
  const ringing = page.locator('html[data-ringing]');
  // As long as it tries.
  await page.waitForTimeout(1500);
  expect(await ringing.count()).toBe(0);
  await page.locator('body').click({ position: { x: 700, y: 5 } });
  await expect.poll(() => ringing.count()).toBe(1);
  await call.end();
  await expect.poll(() => ringing.count()).toBe(0);
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
