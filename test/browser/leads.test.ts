import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { announce } from '../../src/models/live-change.ts';
import { PASSWORD } from '../support/browser.ts';
import { missed } from '../support/calls.ts';
import { type ApiLead, startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;
let asha: number;

beforeAll(async () => {
  service = await startService();
  asha = await service.addUser({ login: 'asha', name: 'Asha Rao', password: PASSWORD });
  await service.addUser({ login: 'ravi', name: 'Ravi Menon', password: PASSWORD });
});

const newLead = (fields: object) => service.api<ApiLead>('/api/leads', 'POST', { user_id: asha, ...fields });
const readLead = (id: number) => service.api<ApiLead & { next_follow_up_at: string | null }>(`/api/leads/${id}`);

async function openAs(login: string, path: string, look = {}): Promise<Page> {
  const { page } = await browser.openAs(service, login, path, look);
  return page;
}

/** Above the navigation at the bottom, too. */
async function isInSight(part: Locator): Promise<boolean> {
  const box = await part.boundingBox();
  return box !== null && box.y > 0 && box.y + box.height <= 740 - 56;
}

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('the board of leads', () => {
  test('moves a lead by mouse and by keyboard, for good, and a colleague sees it at once', async () => {
    const { id } = await newLead({ name: 'Lakshmi Traders' });
    const [mine, theirs] = await Promise.all([openAs('asha', '/leads/kanban'), openAs('ravi', '/leads/kanban')]);
    const card = (page: Page) => page.getByRole('group', { name: 'Lakshmi Traders' });
    await column(theirs, 'New').getByText('Lakshmi Traders').waitFor();

    await card(mine).hover();
    await mine.mouse.down();
    const target = await column(mine, 'Qualified').boundingBox();
    if (target === null) throw new Error('The column is not there.');
    await mine.mouse.move(target.x + target.width / 2, target.y + 90, { steps: 12 });
    await mine.mouse.up();
    await column(mine, 'Qualified').getByText('Lakshmi Traders').waitFor();
    await column(theirs, 'Qualified').getByText('Lakshmi Traders').waitFor();
    await column(theirs, 'Qualified').getByRole('img', { name: '1 lead' }).waitFor();

    await card(mine).focus();
    await mine.keyboard.press('Space');
    await mine.keyboard.press('ArrowRight');
    await mine.keyboard.press('Space');
    await column(theirs, 'Proposition').getByText('Lakshmi Traders').waitFor();
    const stages = await service.api<{ data: { id: number; name: string }[] }>('/api/stages');
    expect(stages.data.find((stage) => stage.name === 'Proposition')?.id).toBe((await readLead(id)).stage_id);
  });

  test('follows its stages, as does the list: one that gets another name in Odoo has it at once', async () => {
    await newLead({ name: 'Nandi Hills Stay' });
    const [board, list] = await Promise.all([openAs('asha', '/leads/kanban'), openAs('asha', '/leads')]);
    const row = list.getByRole('row').filter({ hasText: 'Nandi Hills Stay' });
    const rename = (name: string, to: string) =>
      service.database.kysely.transaction().execute(async (tx) => {
        const stage = tx.updateTable('crm_stage').set({ name: to }).where('name', '=', name).returning('id');
        await announce(tx, [{ model: 'crm.stage', ids: [(await stage.executeTakeFirstOrThrow()).id] }]);
      });
    for (const [name, to] of [
      ['New', 'Enquiry'],
      ['Enquiry', 'New'],
    ] as const) {
      await column(board, name).getByText('Nandi Hills Stay').waitFor();
      await row.getByText(name, { exact: true }).waitFor();
      await rename(name, to);
      await column(board, to).getByText('Nandi Hills Stay').waitFor();
      await row.getByText(to, { exact: true }).waitFor();
    }
  });

  test('puts a lead back, and says why, when the service refuses', async () => {
    await newLead({ name: 'Refused Lead' });
    const page = await openAs('asha', '/leads/kanban');
    await column(page, 'New').getByText('Refused Lead').waitFor();
    await page.route(/\/api\/leads\/\d+$/, (route) =>
      route.fulfill({ status: 409, json: { error: { code: 'conflict', message: 'This lead was merged.' } } }),
    );
    await page.getByRole('group', { name: 'Refused Lead' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.getByText('This lead was merged.').waitFor();
    await column(page, 'New').getByText('Refused Lead').waitFor();
  });

  test('shows what the list was narrowed by, and can be narrowed by all that the list can', async () => {
    const owner = await service.addUser({ login: 'tara', name: 'Tara Iyer', password: PASSWORD });
    await newLead({ name: 'Of Tara', user_id: owner });
    await newLead({ name: 'Of Somebody Else' });
    const filter = encodeURIComponent(JSON.stringify({ user_id: owner }));
    const page = await openAs('asha', `/leads?filter=${filter}`);
    await page.getByRole('row').filter({ hasText: 'Of Tara' }).waitFor();
    await page.getByRole('button', { name: 'By stage', exact: true }).click();
    await column(page, 'New').getByText('Of Tara').waitFor();
    expect(await page.getByRole('combobox', { name: 'Owner' }).inputValue()).toBe('Tara Iyer');
    await page.locator('[data-source=user_id]').getByRole('button', { name: 'Remove this filter' }).click();
    await column(page, 'New').getByText('Of Somebody Else').waitFor();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Tags' }).waitFor();
  });

  test('stays the board with a saved search that is shown first', async () => {
    const page = await openAs('ravi', '/leads/kanban');
    await page.getByRole('button', { name: 'Mine' }).click();
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Save this search' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('My leads');
    await page.getByRole('dialog').getByLabel('Show it first when I open this list').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Search saved.').waitFor();
    const again = await openAs('ravi', '/leads/kanban');
    const mine = again.getByRole('button', { name: 'Mine', pressed: true });
    await mine.waitFor();
    expect(new URL(again.url()).pathname).toBe('/leads/kanban');
  });
});

describe('two leads of one person', () => {
  test('are compared, become one, and are two again when that is undone', async () => {
    const kept = await newLead({ name: 'Kept Lead', phone: '9000000011' });
    const other = await newLead({
      name: 'Other Lead',
      phone: '9000000011',
      email: 'other@example.com',
      allow_duplicate: true,
    });
    const page = await openAs('asha', `/leads/${kept.id}/show`);
    await page.getByText('Another open lead is the same person: “Other Lead”.').waitFor();
    await page.getByRole('button', { name: 'Compare and merge' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: 'other@example.com' }).nth(1).waitFor();
    await dialog.getByText('of “Other Lead” move to “Kept Lead”').waitFor();
    await dialog.getByRole('button', { name: 'Merge into “Kept Lead”' }).click();
    await page.getByText('Asha Rao merged “Other Lead” into “Kept Lead”').waitFor();
    expect(await readLead(other.id)).toMatchObject({ active: false, merged_into_id: kept.id });
    expect(await readLead(kept.id)).toMatchObject({ email: 'other@example.com' });

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Merge undone').waitFor();
    await page.getByText('Another open lead is the same person').waitFor();
    expect(await readLead(other.id)).toMatchObject({ active: true, merged_into_id: null });
    expect(await readLead(kept.id)).toMatchObject({ email: null });
  });
});

describe('a lead that is made by hand', () => {
  test('is warned of while its number is typed, and made a second time knowingly only', async () => {
    const { id } = await newLead({ name: 'Known Customer', phone: '9000000021' });
    const page = await openAs('ravi', '/leads/create');
    await page.getByRole('textbox', { name: 'Name' }).fill('Second Lead');
    await page.getByRole('textbox', { name: 'Number' }).fill('90000 00021');
    await page.getByText('Already being worked by Asha Rao:').waitFor();
    expect(await page.getByRole('link', { name: 'Known Customer' }).getAttribute('href')).toBe(`/leads/${id}/show`);
    await page.getByRole('button', { name: 'Create lead' }).click();
    await page.getByText('This number has an open lead already.').waitFor();
    await page.getByLabel('Make another lead for this number all the same').check();
    await page.getByRole('button', { name: 'Create lead' }).click();
    await page.getByRole('heading', { level: 1, name: 'Second Lead' }).waitFor();
    expect(await service.leadsOf('9000000021')).toHaveLength(2);
  });
});

describe('a follow-up', () => {
  test('is set by its key, rings the bell when it falls due, and is put off or done there', async () => {
    const { id } = await newLead({ name: 'Call Again', phone: '9000000031' });
    const page = await openAs('asha', `/leads/${id}/show`);
    await page.getByText('None planned.').waitFor();
    await page.keyboard.press('f');
    await page.getByRole('dialog').getByRole('button', { name: 'In 1 hour' }).click();
    await page.getByRole('dialog').getByLabel('What about').fill('Price list');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Price list').waitFor();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();

    // Somebody else brings it forward; it falls due while the application is open.
    const soon = new Date(Date.now() + 4000).toISOString();
    await service.api(`/api/leads/${id}`, 'PATCH', { next_follow_up_at: soon });
    await page.getByText('Follow-up now: Call Again').waitFor();
    await page.getByRole('button', { name: 'Notifications: 1 new' }).click();
    await page.getByRole('button', { name: 'Tomorrow 10:00: Call Again' }).click();
    await page.getByText('Nothing new.').waitFor();
    await expect.poll(async () => Date.parse((await readLead(id)).next_follow_up_at ?? '')).toBeGreaterThan(Date.now());
    // The button that was pressed has gone; the keyboard is the list's again a moment later.
    const list = page.getByText('Nothing new.');
    await expect.poll(() => page.keyboard.press('Escape').then(() => list.count())).toBe(0);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('None planned.').waitFor();
    await expect.poll(async () => (await readLead(id)).next_follow_up_at).toBeNull();
  });
});

describe('on a phone', () => {
  test('the call is always within reach, and the history of calls grows while one looks', async () => {
    await service.tell(missed({ callto: '9000000041' }));
    const [lead] = await service.leadsOf('9000000041');
    const page = await openAs('asha', `/leads/${lead?.id}/show`, { width: 360, height: 740 });
    const call = page.getByRole('link', { name: 'Call +91 90000 00041' }).last();
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:+919000000041');
    await page.getByText('Calls (1)').waitFor();
    expect(await isInSight(call)).toBe(true);
    await service.tell(missed({ callto: '9000000041' }));
    await page.getByText('Calls (2)').waitFor();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    expect(await isInSight(call)).toBe(true);
  });
});

describe('on a phone, too,', () => {
  test('leads are compared side by side before they are merged, and a lead is called by its whole name', async () => {
    const name = 'Sri Venkateshwara Enterprises Private Limited, Hyderabad';
    const { id } = await newLead({ name, phone: '9000000051' });
    await newLead({ name: 'The Same', phone: '9000000051', email: 'same@example.com', allow_duplicate: true });
    const page = await openAs('asha', `/leads/${id}/show`, { width: 360, height: 740 });
    expect(await isInSight(page.getByRole('main').getByText(name, { exact: true }))).toBe(true);
    await page.getByRole('button', { name: 'Compare and merge' }).click();
    const cells = page.getByRole('dialog').getByRole('cell', { name: 'same@example.com' });
    await cells.nth(1).waitFor();
    for (const cell of await cells.all()) {
      const box = await cell.boundingBox();
      expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
  });
});

describe('the list of leads', () => {
  test('is narrowed with a press, and changes all leads that are selected', async () => {
    await newLead({ name: 'Nobody One', user_id: null });
    await newLead({ name: 'Nobody Two', user_id: null });
    const page = await openAs('asha', '/leads');
    await page.getByRole('row').filter({ hasText: 'Known Customer' }).waitFor();
    await page.getByRole('button', { name: 'Without owner' }).click();
    await page.getByRole('row').filter({ hasText: 'Known Customer' }).waitFor({ state: 'detached' });
    for (const name of ['Nobody One', 'Nobody Two'])
      await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByRole('combobox', { name: 'Owner' }).fill('Ravi');
    await page.getByRole('option', { name: 'Ravi Menon' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 changed.').waitFor();
    const { data } = await service.api<{ data: { user_name: string }[] }>('/api/leads?q=Nobody');
    expect(data.map(({ user_name }) => user_name)).toEqual(['Ravi Menon', 'Ravi Menon']);
  });
});
