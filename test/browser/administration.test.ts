import { beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';
import { simulateCall } from '../support/simulated-call.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'boss', name: 'Boss', password: PASSWORD, groups: ['base.group_system'] });
});

test('an administrator is welcomed, tests the address, sees the first call arrive, and adds a colleague', async () => {
  const { page } = await browser.openAs(service, 'boss', '/');
  await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
  expect(await page.getByLabel('Webhook address').inputValue()).toBe(`${service.url}/mcube/webhook`);
  await page.getByRole('button', { name: 'Test the address' }).click();
  await page.getByText(/\/mcube\/webhook answers/).waitFor();
  await service.post('callid=1&status=ANSWER&apikey=not-to-be-seen', 'application/x-www-form-urlencoded');
  await page.getByText('1 request was refused').waitFor();
  await page.getByRole('link', { name: 'See why' }).click();
  await page.getByRole('row').filter({ hasText: 'Missing phone number' }).getByText('Refused').click();
  await page.getByText('callid=1&status=ANSWER&apikey=***').waitFor();
  await page.getByText('POST, application/x-www-form-urlencoded, 44 bytes.').waitFor();
  await page.goto('/welcome');
  await page.getByText('1 request was refused').waitFor();
  const first = simulateCall(service, { from: '9000000001' });
  await first.ring();
  await page.getByText('It works: 1 call so far.').waitFor();
  await first.end();
  // Only what waits for somebody is counted in the navigation.
  expect(await page.getByRole('link', { name: 'Calls', exact: true }).count()).toBe(1);

  await page.getByRole('link', { name: 'To the users' }).click();
  await page.getByRole('link', { name: 'Add user' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Asha Rao');
  await page.getByRole('textbox', { name: 'Login' }).fill('asha');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('textbox', { name: 'MCUBE virtual number' }).fill('8030000001');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row').filter({ hasText: 'Asha Rao' }).waitFor();
  await service.tell(hangUp({ callto: '9000000002', clicktocalldid: '8030000001' }));
  const { data } = await service.api<{ data: object[] }>('/api/call-records?phone_number=9000000002');
  expect(data).toMatchObject([{ user_name: 'Asha Rao' }]);
});

test('the inbox shows what MCUBE sent without secrets, and a trial run before a replay', async () => {
  const { page } = await browser.openAs(service, 'boss', '/');
  const call = missed({ callto: '9000000003', apikey: 'not-to-be-seen' });
  await service.tell(call);
  await page.goto('/webhook-events');
  await page.getByRole('row').filter({ hasText: call.callid }).getByText('Processed').click();
  await page.getByText('"callto": "9000000003"').waitFor();
  expect(await page.getByRole('main').textContent()).not.toContain('not-to-be-seen');
  await page.getByRole('button', { name: 'Process again' }).click();
  await page.getByText('Would change nothing').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Process again' }).click();
  await page.getByText('1 event is processed again').waitFor();
});

test('the inbox of one call says so, and shows all again; an event is found by its call, and by the time it came', async () => {
  const [one, other] = [missed({ callto: '9000000005' }), missed({ callto: '9000000006' })];
  await service.tell(one, other);
  const { data } = await service.api<{ data: { id: number }[] }>('/api/call-records?phone_number=9000000005');
  const { page } = await browser.openAs(service, 'boss', `/call-records/${data[0]?.id}/show`);
  await page.getByRole('link', { name: 'Raw events' }).click();
  const row = (call: { callid: string }) => page.getByRole('row').filter({ hasText: call.callid });
  await row(one).waitFor();
  expect(await row(other).count()).toBe(0);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
  await page.getByRole('button', { name: 'Of one call' }).locator('svg').click();
  await row(other).waitFor();

  await page.getByLabel('Call ID').fill(one.callid);
  await row(other).waitFor({ state: 'detached' });
  await row(one).waitFor();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Received from' }).click();
  await page.getByLabel('Received from').waitFor();
});

test('a key is shown once and works until it is revoked', async () => {
  const { page } = await browser.openAs(service, 'boss', '/api-keys');
  await page.getByRole('button', { name: 'New API key' }).first().click();
  await page.getByLabel('What is it for?').fill('nightly report');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.getByRole('textbox', { name: 'The key' }).inputValue();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const asked = () => service.request('/api/session', { headers: { authorization: `Bearer ${key}` } });
  expect((await asked()).status).toBe(200);
  await page.getByRole('row').filter({ hasText: 'nightly report' }).getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('row').filter({ hasText: 'nightly report' }).waitFor({ state: 'detached' });
  expect((await asked()).status).toBe(401);
});

test('a figure of the dashboard opens the calls that it counts', async () => {
  const { page } = await browser.openAs(service, 'boss', '/dashboard?from=2026-09-20&to=2026-09-21');
  // There was no call in the days before.
  const numbers = page.getByRole('region', { name: 'By virtual number' }).getByRole('row').nth(1).getByRole('cell');
  await numbers.first().waitFor();
  const [calls, change] = await numbers.allTextContents();
  expect(change).toBe(`+${calls}`);
  const missedShare = page.locator('.MuiCard-root').filter({ hasText: 'those that nobody answered' });
  await missedShare.getByRole('link').first().click();
  await page.getByRole('row').filter({ hasText: '+91 90000 00003' }).waitFor();
  const { total } = await service.api<{ total: number }>('/api/call-records?outcome=missed');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(total);

  await page.goBack();
  const quick = page.locator('.MuiCard-root').filter({ hasText: 'whose ring time is known' });
  await quick.getByRole('link').first().click();
  await expect.poll(() => page.getByLabel('Rang at most (s)').inputValue()).toBe('20');
  const rung = await service.api<{ total: number }>('/api/call-records?outcome=answered&ring_seconds_lte=20');
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(rung.total);
});

test('an hour of the map opens its calls, and the list says which hour it is, until that is taken away', async () => {
  const { page } = await browser.openAs(service, 'boss', '/dashboard?from=2026-09-20&to=2026-09-21');
  const map = page.getByRole('region', { name: /^Busiest hours/ });
  await map.getByRole('button', { name: 'As a table' }).click();
  const cell = map.getByRole('link', { name: /^11:00, Mon: / });
  const counted = Number(await cell.textContent());
  await cell.click();
  await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(counted);
  const hour = page.locator('[data-source=call_hour]');
  expect(await hour.textContent()).toContain('11:00–12:00');
  await hour.getByRole('button').click();
  await hour.waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('call_hour');
});

test('new leads of the dashboard are counted with those that are lost by now, and so are the rows behind them', async () => {
  const [lost] = await service.leadsOf('9000000001');
  await service.api(`/api/leads/${lost?.id}`, 'PATCH', { active: false });
  const { page } = await browser.openAs(service, 'boss', '/dashboard?period=last_7_days');
  const card = page.locator('.MuiCard-root').filter({ hasText: 'Opened in the period' });
  const counted = await card.getByRole('link').textContent();
  await card.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  await page.locator('main [data-row]').first().waitFor();
  expect(counted).toContain(String(await page.locator('main [data-row]').count()));

  const { data: stages } = await service.api<{ data: { id: number; is_won: boolean }[] }>('/api/stages');
  const [won] = await service.leadsOf('9000000002');
  await service.api(`/api/leads/${won?.id}`, 'PATCH', { stage_id: stages.find(({ is_won }) => is_won)?.id });
  await page.goBack();
  await page.getByRole('link', { name: '1 won' }).click();
  await page.getByLabel('Won from').waitFor();
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Archived', exact: true }).getAttribute('aria-pressed')).toBe('false');
});

test('in Hindi the service speaks Hindi as well: why something was refused, and what it found out', async () => {
  await service.addUser({ login: 'meera', name: 'Meera', password: PASSWORD, groups: ['base.group_system'] });
  const { page } = await browser.openAs(service, 'meera', '/');
  const headers = { 'sec-fetch-site': 'same-origin' };
  await page.request.patch('/api/preferences', { headers, data: { lang: 'hi' } });
  await service.post({ callid: '1' });
  await page.goto(`/webhook-events?filter=${encodeURIComponent('{"state":"refused"}')}`);
  await page.getByRole('row').filter({ hasText: 'फ़ोन नंबर नहीं मिला' }).first().waitFor();
  await page.goto('/welcome');
  await page.getByRole('button', { name: 'पता जाँचें' }).click();
  await page.getByText(`${service.url}/mcube/webhook उत्तर देता है। MCUBE को ऐसा पता चाहिए`).waitFor();
  await page.goto('/users/create');
  for (const [field, value] of [
    ['name', 'Another'],
    ['login', 'meera'],
    ['password', PASSWORD],
  ] as const)
    await page.locator(`input[name=${field}]`).fill(value);
  await page.locator('input[name=login]').press('Enter');
  await page.getByText('यह लॉगिन पहले से लिया हुआ है।').waitFor();
});
