import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { simulateCall } from '../support/simulated-call.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', name: 'Asha Rao', password: PASSWORD });
});

test('a missed caller is one row, is taken, and leaves by a call back; the counter says the same all along', async () => {
  const { page } = await browser.openAs(service, 'asha', '/missed-calls');
  await page.getByText('Nobody is waiting').waitFor();

  const missed = { outcome: 'no_answer', account: 'classic' } as const;
  const ago = (minutes: number) => new Date(service.clock.now().getTime() - minutes * 60_000);
  await simulateCall(service, { ...missed, from: '9000000001', startsAt: ago(20) }).end();
  await simulateCall(service, { ...missed, from: '9000000001', to: '8030000002', startsAt: ago(15) }).end();
  await simulateCall(service, { ...missed, from: '9000000002', startsAt: ago(10) }).end();
  const row = page.getByRole('row').filter({ hasText: '+91 90000 00001' });
  await row.getByText('2 times').waitFor();
  const counter = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Missed calls/ });
  await expect.poll(() => counter.textContent()).toContain('2');

  await row.getByRole('button', { name: 'Take' }).click();
  await row.getByText('Asha Rao').waitFor();
  await expect.poll(() => row.getByRole('button', { name: 'Take' }).count()).toBe(0);

  await simulateCall(service, { direction: 'outbound', from: '9000000001', startsAt: ago(2) }).end();
  await row.waitFor({ state: 'detached' });
  await expect.poll(() => counter.textContent()).toContain('1');
  expect(await page.locator('tbody tr').count()).toBe(1);
});

test('a caller who needs no call is closed with a reason, and can be reopened', async () => {
  const { page } = await browser.openAs(service, 'asha', '/missed-calls', { width: 360, height: 740 });
  const card = page.getByRole('listitem').filter({ hasText: '+91 90000 00002' });
  await card.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Not needed…' }).click();
  // Why the call was missed, which the row knows, is not why it needs no answer.
  expect(await page.getByLabel('Why?').inputValue()).toBe('');
  await page.getByLabel('Why?').fill('wrong number');
  await page.getByRole('button', { name: 'Close it' }).click();
  await card.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Done' }).click();
  await card.getByText('not needed (wrong number)').waitFor();
  await card.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('button', { name: 'Waiting' }).click();
  await card.waitFor();
});

test('those who are selected are taken, and given to a colleague, together; the queue is grouped, and saved as shown', async () => {
  const callers = ['9000000011', '9000000012'].map(
    (from) => ({ outcome: 'no_answer', account: 'classic', from }) as const,
  );
  for (const caller of callers) await simulateCall(service, caller).end();
  await service.addUser({ login: 'ravi', name: 'Ravi Menon', password: PASSWORD });
  const { page } = await browser.openAs(service, 'asha', '/missed-calls');
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  const select = async () => {
    for (const number of ['90000 00011', '90000 00012']) await row(number).getByRole('checkbox').check();
  };
  await select();
  const selected = page.getByRole('toolbar').or(page.locator('.RaBulkActionsToolbar-toolbar'));
  await selected.getByRole('button', { name: 'Take' }).click();
  await row('90000 00011').getByText('Asha Rao').waitFor();
  await row('90000 00012').getByText('Asha Rao').waitFor();

  await select();
  await selected.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('combobox', { name: 'Owner' }).fill('Ravi');
  await page.getByRole('option', { name: 'Ravi Menon' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await row('90000 00012').getByText('Ravi Menon').waitFor();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).first().click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(1 + (await page.locator('tbody tr').count()));
  expect(lines.filter((line) => line.includes('Ravi Menon'))).toHaveLength(2);

  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('menuitem', { name: 'Owner' }).click();
  await page.getByRole('button', { name: /Ravi Menon.*2/ }).click();
  await row('90000 00011').waitFor();
});

test('those who are selected are put off, or need no call, together; the file tells what became of each', async () => {
  const callers = ['9000000021', '9000000022', '9000000023'];
  for (const from of callers) await simulateCall(service, { outcome: 'no_answer', account: 'classic', from }).end();
  const { page } = await browser.openAs(service, 'asha', '/missed-calls');
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  const selected = page.locator('.RaBulkActionsToolbar-toolbar');

  await row('90000 00021').getByRole('checkbox').check();
  await selected.getByRole('button', { name: 'Snooze' }).click();
  await page.getByRole('menuitem').first().click();
  await row('90000 00021').waitFor({ state: 'detached' });

  for (const number of ['90000 00022', '90000 00023']) await row(number).getByRole('checkbox').check();
  await selected.getByRole('button', { name: 'Not needed…' }).click();
  await page.getByLabel('Why?').fill('wrong number');
  await page.getByRole('button', { name: 'Close it' }).click();
  for (const number of ['90000 00022', '90000 00023']) await row(number).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Done' }).click();
  await row('90000 00023').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).first().click(),
  ]);
  const line = (await readFile(await file.path(), 'utf8')).split('\n').find((one) => one.includes('90000 00023'));
  expect(line).toContain('Asha Rao: not needed (wrong number)');
});

test('what can be done about a caller is in sight on a small laptop, whatever the language', async () => {
  await simulateCall(service, { outcome: 'no_answer', account: 'classic', from: '9000000031' }).end();
  for (const lang of ['en', 'hi']) {
    const { page } = await browser.openAs(service, 'asha', '/missed-calls', { width: 1280, height: 768 });
    const headers = { 'sec-fetch-site': 'same-origin' };
    await page.request.patch('/api/preferences', { headers, data: { lang } });
    await page.reload();
    await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
    const row = page.getByRole('row').filter({ hasText: '90000 00031' });
    await row.waitFor();
    const list = await page.locator('.RaList-content').boundingBox();
    for (const deed of ['[data-call]', '[data-take]', '[aria-haspopup=menu]']) {
      const button = await row.locator(deed).boundingBox();
      expect((button?.x ?? Infinity) + (button?.width ?? 0), `${deed} in ${lang}`).toBeLessThanOrEqual(
        (list?.x ?? 0) + (list?.width ?? 0),
      );
    }
    await page.request.patch('/api/preferences', { headers, data: { lang: 'en' } });
  }
});

test('what is selected is what is seen: other filters, and another day, begin with nothing selected', async () => {
  for (const from of ['9000000041', '9000000042'])
    await simulateCall(service, { outcome: 'no_answer', account: 'classic', from }).end();
  const { page } = await browser.openAs(service, 'asha', '/missed-calls');
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  const selected = page.getByText(/items? selected/);
  const select = async () => {
    for (const number of ['90000 00041', '90000 00042']) await row(number).getByRole('checkbox').check();
    await selected.waitFor();
  };
  await select();
  await row('90000 00041')
    .getByRole('link', { name: /9000000041/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /9000000041/ }).waitFor();
  await page.goBack();
  // Whoever had a look at one of them goes on with all of them.
  await selected.waitFor();

  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await row('not needed (wrong number)').first().waitFor();
  await selected.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Waiting', exact: true }).click();
  await select();
  await page.reload();
  await row('90000 00041').waitFor();
  await selected.waitFor({ state: 'hidden' });
});

test('who should have been called back by now is found with a press, and the promises are counted', async () => {
  const startsAt = new Date(service.clock.now().getTime() - 24 * 3_600_000);
  await simulateCall(service, { outcome: 'no_answer', account: 'classic', from: '9000000061', startsAt }).end();
  await simulateCall(service, { outcome: 'no_answer', account: 'classic', from: '9000000062' }).end();
  const { page } = await browser.openAs(service, 'asha', '/missed-calls');
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  await row('90000 00062').waitFor();
  await page.getByRole('button', { name: 'Late', exact: true }).click();
  await row('90000 00062').waitFor({ state: 'detached' });
  await row('90000 00061').waitFor();

  await page.getByRole('button', { name: 'Late', exact: true }).click();
  await page.getByRole('button', { name: 'Waiting', exact: true }).click();
  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('menuitem', { name: 'Promise' }).click();
  for (const promise of ['Kept', 'Late', 'Not due yet', 'Not needed'])
    await page.getByRole('button', { name: new RegExp(`^${promise} *[0-9]`) }).waitFor();
});

test('the search that one prefers is what opens the queue', async () => {
  await service.addUser({ login: 'mira', name: 'Mira Das', password: PASSWORD });
  const { page: saving } = await browser.openAs(service, 'mira', '/missed-calls');
  await saving.getByRole('button', { name: 'Done' }).click();
  await saving.getByText('not needed (wrong number)').first().waitFor();
  await saving.getByRole('button', { name: 'Saved searches' }).click();
  await saving.getByRole('menuitem', { name: 'Save this search' }).click();
  await saving.getByRole('dialog').getByLabel('Name').fill('What was done');
  await saving.getByRole('dialog').getByLabel('Show it first when I open this list').check();
  await saving.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await saving.getByText('Search saved.').waitFor();

  const { page } = await browser.openAs(service, 'mira', '/missed-calls');
  await page.getByText('not needed (wrong number)').first().waitFor();
  expect(await page.getByRole('button', { name: 'Done' }).getAttribute('aria-pressed')).toBe('true');
});

test('a caller without a lead leads to the last call', async () => {
  const call = simulateCall(service, { outcome: 'no_answer', account: 'classic', from: '9000000013' });
  await call.end();
  const { data } = await service.api<{ data: { id: number }[] }>('/api/call-records?phone_number=9000000013');
  const id = data[0]?.id;
  await service.api(`/api/call-records/${id}`, 'PATCH', { lead_id: null });
  const { page } = await browser.openAs(service, 'asha', '/missed-calls');
  await page
    .getByRole('row')
    .filter({ hasText: '00013' })
    .getByRole('link', { name: '+91 90000 00013', exact: true })
    .click();
  await page.waitForURL(`**/call-records/${id}/show`);
});
