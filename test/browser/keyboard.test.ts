import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  await service.addUser({ login: 'asha', password: PASSWORD });
  await service.tell(hangUp({ callto: '9000000001' }), missed({ callto: '9000000002' }));
});

describe('the keyboard', () => {
  test('reaches everything: past the navigation, to the search, through the rows, and lists its keys', async () => {
    const { page } = await browser.openAs(service, 'asha', '/');
    const rows = page.locator('[data-row]');
    await rows.first().waitFor();
    const focused = page.locator('[data-row]:focus');
    // Rows are seen a moment before keys are heard.
    await expect.poll(() => page.keyboard.press('j').then(() => focused.count())).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(() => focused.textContent()).toBe(await rows.first().textContent());

    await page.keyboard.press('/');
    await page.keyboard.type('9000000002');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(1);

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
