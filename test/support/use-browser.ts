import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { type Look, launchBrowser, type OpenPage, openPage, startSession } from './browser.ts';
import type { TestService } from './service.ts';

export type TestBrowser = {
  /** A window of somebody who is not signed in. */
  open(url: string, look?: Look): Promise<OpenPage>;
  /** A window in which somebody is signed in, at a page; another one of theirs has the same session. */
  openAs(service: Pick<TestService, 'url'>, login: string, path: string, look?: Look): Promise<OpenPage>;
  /** What the pages of this test complain about is what it is about. */
  allowComplaints(): void;
};

/** A browser for the tests of a file. Windows have cookies of their own, and are closed with the test that opened them. */
export function useBrowser(): TestBrowser {
  // A page takes its time while other tests have the processors.
  vi.setConfig({ testTimeout: 150_000, hookTimeout: 90_000 });
  let browser: Browser;
  let opened: OpenPage[] = [];
  let complaintsAllowed = false;
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const complaints = opened.flatMap((one) => one.complaints());
    // One that stays open goes on working, which is felt in the next test.
    for (const { context } of opened) await context.close();
    opened = [];
    if (!complaintsAllowed) expect(complaints, 'what the pages complained about').toEqual([]);
    complaintsAllowed = false;
  });

  async function open(url: string, look?: Look): Promise<OpenPage> {
    const one = await openPage(browser, url, look);
    opened.push(one);
    return one;
  }

  async function openAs(
    { url }: Pick<TestService, 'url'>,
    login: string,
    path: string,
    look?: Look,
  ): Promise<OpenPage> {
    const one = await open(url, look);
    const known = sessions.get(`${url} ${login}`);
    if (known !== undefined) await one.context.addCookies(known);
    // A test before may have signed them out.
    if (known === undefined || !(await one.context.request.get('/api/session')).ok()) {
      await startSession(one.context, login);
      sessions.set(`${url} ${login}`, await one.context.cookies());
    }
    await one.page.goto(path);
    return one;
  }

  return {
    open,
    openAs,
    allowComplaints() {
      complaintsAllowed = true;
    },
  };
}
