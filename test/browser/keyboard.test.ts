import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', password: PASSWORD });
  await service.tell(hangUp({ callto: '9000000001' }), missed({ callto: '9000000002' }));
});

describe('the keyboard', () => {
  test('reaches everything: past the navigation, to the search, through the rows, and lists its keys', async () => {
    const { page } = await browser.openAs(service, 'asha', '/');
    const rows = page.locator('[data-row]');
    await rows.first().waitFor();
    const focused = page.locator('[data-row]:focus');
    // Rows are seen a moment before keys are heard.
    await expect.poll(() => page.keyboard.press('j').then(() => focused.count())).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(() => focused.textContent()).toBe(await rows.first().textContent());

    await page.keyboard.press('/');
    await page.keyboard.type('9000000002');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(1);

    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/no/such/page');
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
  });

  test('calls, writes a note and plans a follow-up on the row that has the focus, of calls and of leads', async () => {
    const { page, context } = await browser.openAs(
      service,
      'asha',
      '/call-records?filter={"phone_number":"9000000001"}',
    );
    const dialled: string[] = [];
    const protocol = await context.newCDPSession(page);
    await protocol.send('Page.enable');
    protocol.on('Page.frameRequestedNavigation', ({ url }) => dialled.push(url));
    for (const list of ['Calls', 'Leads']) {
      await page.getByRole('heading', { level: 1, name: list }).waitFor();
      const row = page.locator('main tr [data-row]').first();
      const notes = page.getByRole('dialog', { name: 'Notes' });
      // Rows are seen a moment before keys are heard.
      const ask = async () => {
        await row.focus();
        await page.keyboard.press('n');
        return await notes.count();
      };
      await expect.poll(ask).toBe(1);
      await notes.getByLabel('Write a note').fill(`Asked in ${list}`);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').getByText(`Asked in ${list}`).last().waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('main [data-row]:focus').count()).toBe(1);

      await page.keyboard.press('f');
      await page.getByRole('dialog', { name: /^Follow-up: / }).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('main [data-row]:focus').count()).toBe(1);

      dialled.length = 0;
      await page.keyboard.press('c');
      await expect.poll(() => dialled).toEqual([expect.stringMatching(/^tel:(\+91)?900000000[12]$/)]);
      await page.keyboard.press('g');
      await page.keyboard.press('l');
    }
  });

  test('goes on from a call to the next past the end of a page, and from a lead to the next, as the list is sorted', async () => {
    const one = (of: number) => missed({ callto: `900000010${of}`, starttime: `2026-09-22 10:00:0${of}` });
    await service.tell(...[1, 2, 3, 4, 5, 6, 7].map(one));
    const { page } = await browser.openAs(
      service,
      'asha',
      '/call-records?filter={"outcome":"missed"}&sort=call_date&order=ASC&page=1&perPage=5',
    );
    const customer = (of: number) => page.getByRole('heading', { level: 1, name: new RegExp(`90000 ?0010${of}`) });
    await page.locator('main tr [data-row]').nth(4).click();
    await customer(4).waitFor();
    for (const place of [5, 6]) {
      await page.getByRole('link', { name: 'Next call' }).waitFor();
      await page.keyboard.press('ArrowRight');
      await customer(place).waitFor();
    }
    await page.getByRole('link', { name: 'Previous call' }).click();
    await customer(5).waitFor();

    await page.goto('/leads?filter={"is_open":true}&sort=id&order=DESC');
    await page.locator('main tr [data-row]').first().click();
    await page.getByRole('button', { name: 'Previous lead' }).waitFor();
    const first = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: 'Next lead' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('link', { name: 'Previous lead' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { level: 1, name: first ?? '' }).waitFor();
  });

  test('begins a call anew: no words or keys of the one before are left', async () => {
    const one = (of: number) => {
      const moment = `2026-09-23 10:00:0${of}`;
      return missed({ callto: `900000020${of}`, starttime: moment, endtime: moment });
    };
    await service.tell(...[1, 2, 3].map(one));
    const { page } = await browser.openAs(
      service,
      'asha',
      '/call-records?filter={"q":"90000002"}&sort=call_date&order=ASC',
    );
    const customer = (of: number) => page.getByRole('heading', { level: 1, name: new RegExp(`90000 ?0020${of}`) });
    await page.locator('main tr [data-row]').first().click();
    await customer(1).waitFor();
    const next = page.getByRole('link', { name: 'Next call' });
    await next.waitFor();
    await page.getByLabel('Write a note').fill('About the first call');
    await next.click();
    await customer(2).waitFor();
    await expect.poll(() => page.getByLabel('Write a note').inputValue()).toBe('');
    await next.waitFor();
    await page.keyboard.press('ArrowRight');
    await customer(3).waitFor();
  });

  test('keeps a note that is not saved yet where it was begun, until its author signs out', async () => {
    const one = (of: number) => {
      const moment = `2026-09-23 11:00:0${of}`;
      return missed({ callto: `900000030${of}`, starttime: moment, endtime: moment });
    };
    await service.tell(...[1, 2].map(one));
    const { page } = await browser.openAs(
      service,
      'asha',
      '/call-records?filter={"q":"90000003"}&sort=call_date&order=ASC',
    );
    const note = page.getByLabel('Write a note');
    const customer = (of: number) => page.getByRole('heading', { level: 1, name: new RegExp(`90000 ?0030${of}`) });
    await page.locator('main tr [data-row]').first().click();
    await customer(1).waitFor();
    await note.fill('Half a note');
    await page.getByRole('link', { name: 'Next call' }).click();
    await customer(2).waitFor();
    await page.getByRole('link', { name: 'Previous call' }).click();
    await customer(1).waitFor();
    await expect.poll(() => note.inputValue()).toBe('Half a note');
    // On the page of a call, too: a key that works on its row in the list.
    await page.locator('h1').click();
    await page.keyboard.press('f');
    await page.getByRole('dialog', { name: /^Follow-up: / }).waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect.poll(() => note.inputValue()).toBe('Half a note');
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain('Half a note');
  });

  test('says why nothing comes of a key on a row', async () => {
    browser.allowComplaints();
    const { page, context } = await browser.openAs(service, 'asha', '/call-records');
    const row = page.locator('main tr [data-row]').first();
    await row.focus();
    await context.setOffline(true);
    await expect
      .poll(async () => {
        await page.keyboard.press('f');
        return await page.getByText('The service does not answer. Check your connection.', { exact: true }).count();
      })
      .toBeGreaterThan(0);
  });
});
