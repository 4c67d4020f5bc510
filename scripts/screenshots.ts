import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage, signIn } from '../test/support/browser.ts';

/**
 * Starts the service with demo data in a folder of its own, and takes every screen at desktop and phone width, light and
 * dark, into screenshots/. `npm run screenshots -- calls` takes those whose name contains the word.
 */
// With no filter: a list remembers those it had.
const ALL_CALLS = '/call-records?filter=%7B%7D';

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: '/login', signedOut: true, ready: (page) => page.getByLabel('Login').waitFor() },
  { name: 'calls', path: ALL_CALLS, ready: (page) => page.getByText('Answered').first().waitFor() },
  {
    name: 'calls-no-match',
    path: '/call-records?filter=%7B%22q%22%3A%22nobody%22%7D',
    ready: (page) => page.getByText('Nothing matches').waitFor(),
  },
  {
    name: 'calls-selected',
    path: ALL_CALLS,
    ready: async (page) => {
      await page.getByText('Answered').first().waitFor();
      const boxes = page.getByRole('checkbox');
      if ((await boxes.count()) > 2) await boxes.nth(1).check();
    },
  },
  {
    name: 'appearance',
    path: ALL_CALLS,
    ready: async (page) => {
      await page.getByRole('button', { name: 'Language and appearance' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'keys',
    path: ALL_CALLS,
    ready: async (page) => {
      await page.getByText('Answered').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'leads', path: '/leads', ready: (page) => page.getByText('Mine').first().waitFor() },
  { name: 'leads-kanban', path: '/leads/kanban', ready: (page) => page.locator('[data-row]').first().waitFor() },
  {
    name: 'leads-create',
    path: '/leads/create',
    ready: (page) => page.getByRole('button', { name: 'Create lead' }).waitFor(),
  },
  {
    name: 'leads-form',
    path: '/leads',
    ready: async (page) => {
      await page.locator('[data-row]').first().click();
      await page.getByText('Next follow-up').first().waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    },
  },
  {
    name: 'not-found',
    path: '/no/such/page',
    ready: (page) => page.getByRole('main').getByText('no such page').waitFor(),
  },
];

/** A screen: where it is, and what has to be there, or done, before the picture is taken. */
type Screen = { name: string; path: string; signedOut?: boolean; ready: (page: Page) => Promise<unknown> };

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const;

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'screenshots');
const [, , word = ''] = process.argv;

const dataDir = await mkdtemp(join(tmpdir(), 'mcube-screenshots-'));
const service = spawn(process.execPath, [join(ROOT, 'src/main.ts'), 'serve', '--demo'], {
  env: { ...process.env, PORT: '0', MCUBE_DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(service, 'exit');
try {
  const { url, password } = await started();
  await mkdir(FOLDER, { recursive: true });
  await takeAll(url, password);
} finally {
  service.kill('SIGTERM');
  await ended;
  await rm(dataDir, { recursive: true, force: true });
}

async function takeAll(url: string, password: string): Promise<void> {
  const browser = await launchBrowser();
  for (const size of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openPage(browser, url, { ...size, colorScheme });
      for (const { name, path, ready } of chosen(true))
        await take(page, `${name}-${size.width}-${colorScheme}`, path, ready);
      if (chosen(false).length > 0) await signIn(page, 'admin', password);
      for (const { name, path, ready } of chosen(false))
        await take(page, `${name}-${size.width}-${colorScheme}`, path, ready);
      await context.close();
    }
  await browser.close();
}

function chosen(signedOut: boolean): Screen[] {
  return SCREENS.filter((screen) => (screen.signedOut ?? false) === signedOut && screen.name.includes(word));
}

async function take(page: Page, name: string, path: string, ready: Screen['ready']): Promise<void> {
  await page.goto(path);
  await ready(page);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`screenshots/${name}.png`);
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
