import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startEmbeddedPostgres } from '../src/db/embedded-postgres.ts';
import { createLog } from '../src/kernel/log.ts';
import { type Look, launchBrowser, openPage, startSession } from '../test/support/browser.ts';
import { addOdooRows } from '../test/support/odoo-rows.ts';
import { arrangeRecords, MANAGER, ring, type ScreenRecords, VISITOR } from '../test/support/screen-records.ts';
import { RINGING, SCREENS, type Screen } from '../test/support/screens.ts';

/**
 * Starts the service with demo data in a folder of its own, and takes every screen at desktop and phone width, light and
 * dark, into screenshots/; some of them in Hindi, too. `npm run screenshots -- calls` takes those whose name contains the
 * word. Those that the README shows are also put where it looks for them.
 */
const LOOKS = [
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: '360-light', width: 360, height: 740, colorScheme: 'light' },
  { name: '360-dark', width: 360, height: 740, colorScheme: 'dark' },
] as const satisfies readonly (Look & { name: string })[];

const WHO = ['nobody', 'visitor', undefined] as const;

const IN_HINDI = [
  'sign-in',
  'missed-calls',
  'calls',
  'call-form',
  'leads-kanban',
  'lead-form',
  'dashboard',
  'odoo-deliveries',
];

const SHOWN_IN_README: Readonly<Record<string, string>> = {
  'dashboard-1440-light': 'dashboard.png',
  'popup-1440-light': 'popup.png',
};

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'screenshots');
const PICTURES = join(ROOT, 'docs/pictures');
const [, , word = ''] = process.argv;

const dataDir = await mkdtemp(join(tmpdir(), 'mcube-screenshots-'));
const service = spawn(process.execPath, [join(ROOT, 'src/main.ts'), 'serve', '--demo'], {
  env: { ...process.env, PORT: '0', MCUBE_DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(service, 'exit');
try {
  const { url, password } = await started();
  for (const folder of [FOLDER, PICTURES]) await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  await takeAll(browser, url, await arranged(browser, url, password));
  await browser.close();
} finally {
  service.kill('SIGTERM');
  await ended;
  await rm(dataDir, { recursive: true, force: true });
}

async function takeAll(browser: Browser, url: string, records: ScreenRecords): Promise<void> {
  const wanted = SCREENS.filter(({ name }) => name.includes(word));
  for (const look of LOOKS)
    for (const who of WHO) {
      const screens = wanted.filter((screen) => screen.who === who);
      await takeLook(browser, url, look, who, screens, records);
    }
  for (const look of LOOKS.filter(({ colorScheme }) => colorScheme === 'light'))
    for (const who of WHO) {
      const screens = wanted.filter(({ name, who: whose }) => whose === who && IN_HINDI.includes(name));
      await takeLook(browser, url, look, who, screens, records, 'hi');
    }
  if (!RINGING.name.includes(word)) return;
  const { context } = await openPage(browser, url);
  await ring(context, records, new Date());
  for (const look of LOOKS) await takeLook(browser, url, look, undefined, [RINGING], records);
}

async function takeLook(
  browser: Browser,
  url: string,
  look: (typeof LOOKS)[number],
  who: Screen['who'],
  screens: readonly Screen[],
  records: ScreenRecords,
  language?: 'hi',
): Promise<void> {
  if (screens.length === 0) return;
  const { page, context } = await openPage(browser, url, look);
  page.setDefaultTimeout(15_000);
  if (who !== 'nobody') await startSession(context, who === 'visitor' ? VISITOR : MANAGER);
  for (const screen of screens) {
    const picture = [screen.name, look.name, language].filter((part) => part !== undefined).join('-');
    try {
      await page.goto(screen.path(records));
      await screen.ready(page, records);
      if (language !== undefined) await changeToHindi(page);
      await take(page, picture);
      if (language !== undefined && who !== 'nobody') await changeBack(context);
    } catch (error) {
      // The others are taken all the same.
      console.error(`${picture}: ${error}`);
      process.exitCode = 1;
    }
  }
  await context.close();
}

async function changeToHindi(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Language and appearance' }).click();
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Its catalogue is loaded, and the page begins anew with it.
  await page.locator('html[lang=hi]').waitFor({ state: 'attached' });
  await page.locator('.MuiSkeleton-root, [role=progressbar]').first().waitFor({ state: 'detached' });
}

/** What a screen is waited for by is in English. */
async function changeBack({ request }: BrowserContext): Promise<void> {
  await request.patch('/api/preferences', { headers: { 'sec-fetch-site': 'same-origin' }, data: { lang: 'en' } });
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  const picture = SHOWN_IN_README[name];
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  if (picture !== undefined) await page.screenshot({ path: join(PICTURES, picture), animations: 'disabled' });
  console.log(`screenshots/${name}.png`);
}

async function arranged(browser: Browser, url: string, password: string): Promise<ScreenRecords> {
  const { context } = await openPage(browser, url);
  await startSession(context, 'admin', password);
  const records = await arrangeRecords(context);
  await context.close();
  // The server that the service has started.
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  await addOdooRows(postgres.databaseUrl);
  await postgres.stop();
  return records;
}

/** Reads what a person reads when the service starts. */
async function started(): Promise<{ url: string; password: string }> {
  let printed = '';
  for await (const chunk of service.stdout.setEncoding('utf8')) {
    printed += chunk;
    const [, url] = /Address: +(\S+)/.exec(printed) ?? [];
    const [, password] = /Password: +(\S+)/.exec(printed) ?? [];
    if (url !== undefined && password !== undefined && printed.includes('Ctrl-C stops')) {
      service.stdout.resume();
      return { url, password };
    }
  }
  throw new Error(`The service did not start:\n${printed}`);
}
