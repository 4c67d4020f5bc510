import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { OdooVersion } from '../server/roots.ts';

export async function signInToOdoo(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/web/login');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.locator('.oe_login_form button[type=submit]').click();
  await page.locator('.o_main_navbar').waitFor();
}

export async function openLead(page: Page, version: OdooVersion, id: number): Promise<void> {
  await page.goto(version >= 18 ? `/odoo/crm/${id}` : `/web#id=${id}&model=crm.lead&view_type=form`);
  // Only the part after the # has changed: the page that is there would stay.
  if (version < 18) await page.reload();
  await page.locator('.o_form_view').waitFor();
}

/** What a person looks at afterwards: pictures in a folder of the system's for such things. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = join(tmpdir(), 'mcube-odoo-pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
