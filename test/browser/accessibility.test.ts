import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';
import { PASSWORD, useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', password: PASSWORD });
  await service.addUser({ login: 'visitor', password: PASSWORD, groups: ['base.group_portal'] });
  await service.tell(
    hangUp({ callto: '9000000001' }),
    missed({ callto: '9000000002' }),
    hangUp({ dialstatus: 'BUSY' }),
  );
  const late = { next_follow_up_at: '2026-01-02T03:04:05Z', next_follow_up_note: 'Price list' };
  await service.api('/api/leads', 'POST', { name: 'Lakshmi Traders', phone: '9000000003', ...late });
});

/** What a view adds: its address, and what is there when it has been drawn. */
const SCREENS = [
  { path: '/call-records', ready: (page: Page) => page.getByText('Answered').first() },
  { path: '/leads', ready: (page: Page) => page.getByText('Lakshmi Traders').first() },
  {
    path: '/leads/kanban',
    ready: (page: Page) => page.getByRole('group', { name: 'Lakshmi Traders' }),
  },
  { path: '/leads/create', ready: (page: Page) => page.getByRole('button', { name: 'Create lead' }) },
  { path: '/leads/1/show', ready: (page: Page) => page.getByText('Calls (2)') },
  { path: '/no/such/page', ready: (page: Page) => page.getByText('There is no such page').last() },
];

describe.each([
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme', (look) => {
  test('no screen breaks a rule of accessibility, and none is wider than the window', async () => {
    const { page } = await browser.open(service.url, look);
    await page.goto('/');
    await page.getByLabel('Login').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await signIn(page, 'asha', PASSWORD);
    const found: string[] = [];
    for (const { path, ready } of SCREENS) {
      await page.goto(path);
      await ready(page).waitFor();
      found.push(...(await violationsOf(page)).map((violation) => `${path}: ${violation}`));
      const [content, window] = await page.evaluate<[number, number]>('[document.body.scrollWidth, innerWidth]');
      if (content !== window) found.push(`${path}: ${content} px wide`);
    }
    expect(found).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('reaches everything: past the navigation, to the search, through the rows, and lists its keys', async () => {
    const { page } = await browser.openAs(service, 'asha', '/');
    const rows = page.locator('[data-row]');
    await rows.first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.locator('[data-row]:focus').textContent()).toBe(await rows.first().textContent());

    await page.keyboard.press('/');
    await page.keyboard.type('9000000002');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count(), { timeout: 40_000 }).toBe(1);

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
});

describe('a portal user', () => {
  test('is offered the calls, and nothing else', async () => {
    const { page } = await browser.openAs(service, 'visitor', '/');
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect(await links.allTextContents()).toEqual(['Calls']);
    await page.getByText('No calls yet').waitFor();
  });
});

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA, in words. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
