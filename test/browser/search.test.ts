import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../support/browser.ts';
import { hangUp, missed } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';
import { useBrowser } from '../support/use-browser.ts';

const browser = useBrowser();
let service: TestService;

beforeAll(async () => {
  service = await startService();
  for (const [login, name] of Object.entries({ asha: 'Asha Rao', ravi: 'Ravi Menon' }))
    await service.addUser({ login, name, password: PASSWORD });
  await service.tell(
    hangUp({ callto: '9000000001', answeredtime: '00:01:05' }),
    hangUp({ callto: '9000000002' }),
    missed({ callto: '9000000003', starttime: '2026-09-21 11:00:00', endtime: '2026-09-21 11:00:20' }),
    missed({ callto: '9000000004', starttime: '2026-09-21 10:00:00', endtime: '2026-09-21 10:00:20' }),
  );
});

const rows = (page: Page) => page.locator('tbody tr');
const quick = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Quick filters' }).getByRole('button', { name, exact: true });

async function shows(page: Page, count: number): Promise<void> {
  await expect.poll(() => rows(page).count()).toBe(count);
}

test('An agent is found by a part of the name; a group is of one exactly, and is left by its chip', async () => {
  const { page } = await browser.openAs(service, 'asha', '/call-records');
  await shows(page, 4);
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Agent' }).click();
  await page.getByRole('textbox', { name: 'Agent', exact: true }).fill('ash');
  await shows(page, 2);
  await page.getByRole('textbox', { name: 'Agent', exact: true }).fill('ashok');
  await shows(page, 0);

  const exact = encodeURIComponent(JSON.stringify({ virtual_number: '8030000001', agent_name: 'null' }));
  await page.goto(`/call-records?filter=${exact}`);
  await shows(page, 2);
  await page
    .getByRole('button', { name: /^Agent: / })
    .locator('svg')
    .click();
  await shows(page, 4);
  await page.getByText(/^Virtual number: .*001$/).waitFor();
});

describe('a search', () => {
  test('is kept under a name, chosen again, and what opens the list elsewhere; a colleague does not see it', async () => {
    const { page } = await browser.openAs(service, 'asha', '/call-records');
    await shows(page, 4);
    await quick(page, 'Missed').click();
    await shows(page, 2);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Save this search' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('To be called');
    await page.getByRole('dialog').getByLabel('Show it first when I open this list').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Search saved.').waitFor();

    await quick(page, 'Missed').click();
    await shows(page, 4);
    await page.reload();
    await shows(page, 4);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'To be called' }).click();
    await shows(page, 2);

    const { page: elsewhere } = await browser.openAs(service, 'asha', '/call-records');
    await shows(elsewhere, 2);
    expect(await quick(elsewhere, 'Missed').getAttribute('aria-pressed')).toBe('true');

    const { page: ravi } = await browser.openAs(service, 'ravi', '/call-records');
    await shows(ravi, 4);
    await ravi.getByRole('button', { name: 'Saved searches' }).click();
    await ravi.getByRole('menuitem', { name: 'None saved yet' }).waitFor();
  });

  test('puts its rows into groups, each of which opens', async () => {
    const { page } = await browser.openAs(service, 'ravi', '/call-records');
    await page.getByRole('button', { name: 'Group by' }).click();
    await page.getByRole('menuitem', { name: 'Outcome' }).click();
    await page.getByRole('button', { name: /^Missed 2$/ }).click();
    await shows(page, 2);
    await rows(page).filter({ hasText: '+91 90000 00004' }).waitFor();
    await service.tell(missed({ callto: '9000000005', starttime: '2026-09-21 09:00:00' }));
    await page.getByRole('button', { name: /^Missed 3$/ }).waitFor();
    await shows(page, 3);
    await service.api(`/api/call-records/${(await idOf('9000000005')).id}`, 'DELETE');
    await shows(page, 2);
  });

  test('is exported as it stands: its rows in their order, its columns as they are shown', async () => {
    const { page } = await browser.openAs(service, 'ravi', `/call-records?filter={"outcome":["missed"]}`);
    await shows(page, 2);
    const heads = await page.locator('thead th').allTextContents();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    const [head, ...body] = csv.trim().split('\r\n').map(cells);
    expect(head).toEqual(heads.filter((text) => text !== ''));
    const common = ['owner: Administrator, +91 98000 00001', '+91 80 3000 0001', 'Missed', '', '', 'No'];
    expect(body).toEqual([
      ['2026-09-21 11:00:00', 'Incoming', 'Inbound Call from 9000000003, +91 90000 00003', ...common],
      ['2026-09-21 10:00:00', 'Incoming', 'Inbound Call from 9000000004, +91 90000 00004', ...common],
    ]);
  });
});

describe('calls that are selected', () => {
  test('are given to somebody together, on a phone too', async () => {
    for (const width of [1440, 360]) {
      const to = width === 360 ? 'Ravi Menon' : 'Asha Rao';
      const { page } = await browser.openAs(service, 'asha', '/call-records?filter={"outcome":["answered"]}', {
        width,
      });
      if (width === 360) await page.getByRole('button', { name: 'Select', exact: true }).click();
      const boxes = page.getByRole('main').getByRole('checkbox');
      await boxes.nth(1).waitFor();
      // Before those of the rows, a table has one for all of them.
      for (const box of [-1, -2]) await boxes.nth(box).check();
      await page.getByRole('button', { name: 'Assign' }).click();
      await page.getByRole('combobox', { name: 'Owner' }).fill(to);
      await page.getByRole('option', { name: to }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByText('2 changed.').waitFor();
      const { data } = await service.api<{ data: { user_name: string }[] }>('/api/call-records?outcome=answered');
      expect(data.map(({ user_name }) => user_name)).toEqual([to, to]);
    }
  });
});

async function idOf(phone: string): Promise<{ id: number }> {
  const { data } = await service.api<{ data: { id: number }[] }>(`/api/call-records?phone_number=${phone}`);
  const [call] = data;
  if (call === undefined) throw new Error(`No call of ${phone}.`);
  return call;
}

/** The cells of a line in which none holds a quote. */
function cells(line: string): string[] {
  return [...line.replace('\uFEFF', '').matchAll(/"([^"]*)"/g)].map(([, text]) => text ?? '');
}

describe('the graph of calls', () => {
  test('is exact where there are more groups than it shows, and is exported as it stands', async () => {
    // The largest group has fewer missed calls than the 210 others.
    await sql`
      insert into mcube_call_record
        (call_id, call_date, direction, outcome, status, agent_name, family, merge_ranks, lead_rule, user_rule, assignment)
      select 'graph-' || row_number() over (), now(), 'inbound', outcome, 'GRAPH', agent, 'cloud', '-', 'open_lead', 'fallback', ''
      from (
        select 'missed', 'Agent ' || n from generate_series(1, 210) n, generate_series(1, 2)
        union all select 'answered', 'Usha' from generate_series(1, 5) union all select 'missed', 'Usha'
      ) as calls (outcome, agent)`.execute(service.database.kysely);
    const { page } = await browser.openAs(service, 'asha', '/');
    const filter = { status: 'GRAPH', 'group:by': 'agent_name' };
    await page.goto(`/call-records/graph?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    await page.getByText('The 20 largest of 211: 44 of 426 calls').waitFor();
    await page.getByRole('button', { name: 'Show 200' }).click();
    await page.getByText('The 200 largest of 211: 404 of 426 calls').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 200 + 2);
    expect([...lines.slice(0, 2), ...lines.slice(-2)]).toEqual([
      '"Agent","Answered","Missed","All"',
      '"Usha","5","1","6"',
      '"11 others","0","22","22"',
      '"All","5","421","426"',
    ]);
    await page.getByRole('button', { name: 'As a table' }).click();
    await page.getByRole('row', { name: /^Usha/ }).getByRole('link', { name: '5' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
    await shows(page, 5);
  });
});
