import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, signIn } from '../support/browser.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', name: 'Asha Rao', password: PASSWORD });
});

describe('who comes to the application', () => {
  test('signs in, is led where they wanted to go, and signs out for good', async () => {
    const { page } = await browser.open(service.url);
    await page.goto('/call-records?page=1');
    await page.getByLabel('Login').fill('asha');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/call-records');
    await expect.poll(() => page.title()).toBe('Calls · MCUBE Integration');

    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByText('Asha Rao').waitFor();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Login').waitFor();
    await page.goto('/call-records');
    await page.getByLabel('Login').waitFor();
  });

  test('is told in words what is wrong: the password, too many attempts, a service that does not answer', async () => {
    const { page } = await browser.open(service.url);
    await page.goto('/');
    const attempt = async () => {
      await page.getByLabel('Login').fill('nobody');
      await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await attempt();
    await page.getByText('Login or password is wrong.').waitFor();

    const slowed = { error: { code: 'too_many_requests', message: 'Too many attempts: wait a while.' } };
    await page.route('**/api/session', (route) =>
      route.fulfill({ status: 429, headers: { 'retry-after': '900' }, json: slowed }),
    );
    await attempt();
    await page.getByText('Too many attempts. Try again in 15 minutes.').waitFor();

    await page.unroute('**/api/session');
    await page.route('**/api/session', (route) => route.abort());
    await attempt();
    await page.getByText('The service does not answer.').waitFor();
  });

  test('is told so when there is no such page, and led back', async () => {
    const { page } = await browser.open(service.url);
    await signIn(page, 'asha', PASSWORD);
    await page.goto('/no/such/page');
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
    await page.getByRole('link', { name: 'To the start page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
  });

  test('changes language and theme, and finds them so the next time', async () => {
    const { page } = await browser.open(service.url);
    await signIn(page, 'asha', PASSWORD);
    await page.getByRole('button', { name: 'Language and appearance' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await page.getByRole('heading', { level: 1, name: 'कॉल' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'कॉल' }).waitFor();
    await expect.poll(() => page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('hi');
  });
});
