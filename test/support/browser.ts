import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** A browser that comes with the packages, or one that the system has; found without being told. */
export async function launchBrowser(): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) return chromium.launch({ executablePath: system, args: ARGUMENTS });
  // The package brings the libraries a bare system lacks when it believes itself to be in that place.
  if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so')) process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...ARGUMENTS],
  });
}

export type OpenPage = {
  page: Page;
  context: BrowserContext;
  /** What the page complained about: errors, what the policy refused, texts that no catalogue has. */
  complaints(): string[];
};

export type Look = { width?: number; height?: number; colorScheme?: 'light' | 'dark'; locale?: string };

/** A window of its own, with its own cookies. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, colorScheme = 'light', locale = 'en-IN' }: Look = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme,
    locale,
    hasTouch: width < 600,
    isMobile: width < 600,
    reducedMotion: 'reduce',
    // It would answer in place of the service that is tested.
    serviceWorkers: 'block',
  });
  // Sooner than the test itself gives up, so that it says what it waited for.
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    // The browser itself reports each answer that is no success; what the page makes of it is what counts.
    if (text.startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || /translation/i.test(text)) complaints.push(text);
  });
  return { page, context, complaints: () => complaints };
}

/** As people do: on the sign-in page. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
}

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Shared memory is small in containers, and a sandbox needs rights that root's processes do not have there. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];
