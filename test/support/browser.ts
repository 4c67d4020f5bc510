import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/**
 * A browser without a window, found without being told: the one of the packages, which starts and opens pages in half the
 * time of a whole one; where there is none for this machine, one that it has.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') return launchPackaged();
  const installed = INSTALLED.find((path) => existsSync(path));
  return chromium.launch(
    installed === undefined ? { channel: 'chrome' } : { executablePath: installed, args: ARGUMENTS },
  );
}

async function launchPackaged(): Promise<Browser> {
  // The package brings the libraries a bare system lacks when it believes itself to be in that place.
  if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so')) process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ARGUMENTS });
}

/** Of everybody who signs in in a test. */
export const PASSWORD = 'monsoon-in-mysuru';

export type OpenPage = {
  page: Page;
  context: BrowserContext;
  /** What the page complained about: errors, what the policy refused, texts that no catalogue has. */
  complaints(): string[];
};

export type Look = {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  /** The present moment, as far as the page knows. */
  now?: Date;
  /** One would answer in place of the service that is tested, unless it is what is tested. */
  serviceWorkers?: 'allow' | 'block';
};

/** A window of its own, with its own cookies. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, colorScheme = 'light', locale = 'en-IN', now, serviceWorkers = 'block' }: Look = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme,
    locale,
    hasTouch: width < 600,
    isMobile: width < 600,
    reducedMotion: 'reduce',
    serviceWorkers,
  });
  // Sooner than the test itself gives up, so that it says what it waited for.
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(now);
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

/** Without the page: whatever is opened in the window from now on is theirs. */
export async function startSession(context: BrowserContext, login: string, password = PASSWORD): Promise<void> {
  const answer = await context.request.post('/api/session', { data: { login, password } });
  if (!answer.ok()) throw new Error(`The sign-in of ${login}: ${answer.status()} ${await answer.text()}`);
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Shared memory is small in containers, and a sandbox needs rights that root's processes do not have there. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];
