import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { type Look, launchBrowser, type OpenPage, openPage } from './browser.ts';

/** A browser for the tests of a file; each page has a window, and cookies, of its own. */
export function useBrowser(): { open(url: string, look?: Look): Promise<OpenPage> } {
  // A page takes its time while other tests have the processors.
  vi.setConfig({ testTimeout: 150_000, hookTimeout: 90_000 });
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return { open: (url, look) => openPage(browser, url, look) };
}
