import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrastViolationsOf, violationsOf } from '../support/axe.ts';
import { startSession } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { startProcess } from '../support/process.ts';
import { arrangeRecords, MANAGER, ring, type ScreenRecords, VISITOR } from '../support/screen-records.ts';
import { RINGING, SCREENS, type Screen } from '../support/screens.ts';
import { useBrowser } from '../support/use-browser.ts';

/** Every screen as it is with a month of calls in it. */
const browser = useBrowser();
const dataDir = await mkdtemp(join(tmpdir(), 'mcube-screens-'));
let url: string;
let records: ScreenRecords;

beforeAll(async () => {
  const { url: database } = await createTestDatabase();
  const environment = { DATABASE_URL: database, MCUBE_DATA_DIR: dataDir };
  const service = await startProcess(environment, '--demo');
  url = service.url;
  const [, password] = /Password: +(\S+)/.exec(service.output()) ?? [];
  const { context } = await browser.open(url);
  await startSession(context, 'admin', password);
  records = await arrangeRecords(context);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe.each([1440, 360])('at %i px, light and dark', (width) => {
  test.each(['nobody', 'visitor', undefined] as const)(
    'no screen breaks a rule of accessibility or is wider than the window: %s',
    async (who) => {
      const page = await openAs(who, width);
      const found: string[] = [];
      for (const screen of SCREENS.filter((one) => one.who === who)) found.push(...(await faultsOf(page, screen)));
      expect(found).toEqual([]);
    },
    // Some forty screens.
    600_000,
  );
});

test('nor does the call that rings', async () => {
  const { context } = await browser.open(url);
  await ring(context, records, new Date());
  const found: string[] = [];
  for (const width of [1440, 360]) found.push(...(await faultsOf(await openAs(undefined, width), RINGING)));
  expect(found).toEqual([]);
});

async function openAs(who: Screen['who'], width: number): Promise<Page> {
  const look = { width };
  const { page } = await (who === 'nobody'
    ? browser.open(url, look)
    : browser.openAs({ url }, who === 'visitor' ? VISITOR : MANAGER, '/no/such/page', look));
  if (who === 'nobody') await page.goto('/login');
  return page;
}

async function faultsOf(page: Page, screen: Screen): Promise<string[]> {
  await show(page, screen);
  const found = await violationsOf(page);
  const [content, window] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  if (content > window) found.push(`${content} px wide`);
  // Of all that axe looks at, the theme changes the colours alone.
  await paint(page, 'dark');
  found.push(...(await contrastViolationsOf(page)).map((violation) => `dark: ${violation}`));
  await paint(page, 'light');
  return found.map((violation) => `${screen.name}: ${violation}`);
}

async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe(colorScheme);
  // Colours that change by and by are still those of before.
  await page.evaluate(`new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))`);
}

/** As links within the application lead there; what the last screen has opened is gone. */
async function show(page: Page, { path, ready, who }: Screen): Promise<void> {
  await page.keyboard.press('Escape');
  if (who !== 'nobody') {
    await follow(page, '/no/such/page');
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
  }
  await follow(page, path(records));
  await ready(page, records);
}

async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`,
  );
}
