import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrastViolationsOf, violationsOf } from '../support/axe.ts';
import { launchBrowser, type OpenPage, openPage, startSession } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';
import { addOdooRows } from '../support/odoo-rows.ts';
import { startProcess } from '../support/process.ts';
import { arrangeRecords, MANAGER, ring, type ScreenRecords, VISITOR } from '../support/screen-records.ts';
import { RINGING, SCREENS, type Screen } from '../support/screens.ts';

/** Every screen as it is with a month of calls in it: no rule of accessibility is broken, nothing is wider than the window. */
const dataDir = await mkdtemp(join(tmpdir(), 'mcube-screens-'));
let browser: Browser;
let url: string;
let administrator: OpenPage;
let records: ScreenRecords;

beforeAll(async () => {
  browser = await launchBrowser();
  const { url: database } = await createTestDatabase();
  const service = await startProcess({ DATABASE_URL: database, MCUBE_DATA_DIR: dataDir }, '--demo');
  url = service.url;
  const [, password] = /Password: +(\S+)/.exec(service.output()) ?? [];
  administrator = await openPage(browser, url);
  await startSession(administrator.context, 'admin', password);
  records = await arrangeRecords(administrator.context);
  await addOdooRows(database);
});
afterAll(async () => {
  await browser.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe.each([1440, 360])('at %i px, light and dark', (width) => {
  test.each(SCREENS)('$name', async (screen) => {
    expect(await faultsOf(screen, width)).toEqual([]);
  });
});

describe('while the phone rings', () => {
  beforeAll(() => ring(administrator.context, records, new Date()));

  test.each([1440, 360])('at %i px, light and dark', async (width) => {
    expect(await faultsOf(RINGING, width)).toEqual([]);
  });
});

async function faultsOf(screen: Screen, width: number): Promise<string[]> {
  const { page, complaints } = await windowOf(screen.who, width);
  const complainedBefore = complaints().length;
  await show(page, screen);
  const found = await violationsOf(page);
  const [content, window] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  if (content > window) found.push(`${content} px wide`);
  // Of all that axe looks at, the theme changes the colours alone.
  await paint(page, 'dark');
  found.push(...(await contrastViolationsOf(page)).map((violation) => `dark: ${violation}`));
  await paint(page, 'light');
  return [...found, ...complaints().slice(complainedBefore)];
}

// A window shows many screens one after the other, as those of people do: a screen is there at once.
const windows = new Map<string, OpenPage>();

async function windowOf(who: Screen['who'], width: number): Promise<OpenPage> {
  const known = windows.get(`${who} ${width}`);
  if (known !== undefined) return known;
  const opened = await openPage(browser, url, { width });
  if (who !== 'nobody') await startSession(opened.context, who === 'visitor' ? VISITOR : MANAGER);
  await opened.page.goto(who === 'nobody' ? '/login' : '/no/such/page');
  windows.set(`${who} ${width}`, opened);
  return opened;
}

async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe(colorScheme);
  // Colours that change by and by are still those of before; the ripple of a button in focus never ends.
  await page.evaluate(`new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    .then(() => document.getAnimations().filter((animation) => animation instanceof CSSTransition))
    .then((transitions) => Promise.allSettled(transitions.map(({ finished }) => finished)))`);
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
