import type { Locator, Page } from 'playwright-core';
import type { ScreenRecords } from './screen-records.ts';

/** A state of the application that is looked at: where it is, and what is done, or waited for, until it is all there. */
export type Screen = {
  name: string;
  /** Whoever sees it; the administrator, where nothing else is said. */
  who?: 'nobody' | 'visitor';
  path: (records: ScreenRecords) => string;
  ready: (page: Page, records: ScreenRecords) => Promise<unknown>;
};

const at = (path: string) => () => path;
// A list remembers the filters it had.
const listOf = (resource: string, filter: object = {}) =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

const seen = (part: Locator) => part.first().waitFor();
const heading = (page: Page, name: string | RegExp) => seen(page.getByRole('heading', { level: 1, name }));
// What the charts are drawn by.
const chart = (page: Page) => page.locator('[_echarts_instance_] svg, [_echarts_instance_] canvas');
const row = (page: Page) => seen(page.locator('[data-row]'));
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first().click();
const dialog = (page: Page) => seen(page.getByRole('dialog'));

async function calls(page: Page): Promise<void> {
  await heading(page, 'Calls');
  await row(page);
}

async function selected(page: Page): Promise<void> {
  await row(page);
  // On a phone the boxes are asked for.
  const select = page.getByRole('button', { name: 'Select', exact: true });
  if (await select.isVisible()) await select.click();
  for (const one of [1, 2]) await page.getByRole('main').getByRole('checkbox').nth(one).check();
  await seen(page.getByRole('button', { name: 'Assign' }));
}

/** Every screen of web/screens.tsx, with its dialogs, and what stands above all of them. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', who: 'nobody', path: at('/login'), ready: (page) => seen(page.getByLabel('Login')) },
  {
    name: 'shared-call',
    who: 'nobody',
    path: ({ shared }) => shared,
    ready: (page) => seen(page.getByText('Press play to listen')),
  },
  {
    name: 'shared-call-over',
    who: 'nobody',
    path: at('/shared/nothing'),
    ready: (page) => seen(page.getByText('This link leads nowhere any more')),
  },
  { name: 'portal-calls', who: 'visitor', path: at('/'), ready: calls },
  {
    name: 'portal-call-form',
    who: 'visitor',
    path: ({ visitorsCall }) => `/call-records/${visitorsCall}/show`,
    ready: (page) => seen(page.getByText('Details')),
  },
  {
    name: 'portal-denied',
    who: 'visitor',
    path: at('/users'),
    ready: (page) => seen(page.getByText('Access denied')),
  },
  { name: 'welcome', path: at('/welcome'), ready: (page) => seen(page.getByLabel('Webhook address')) },
  { name: 'missed-calls', path: at(listOf('missed-calls', { state: 'open' })), ready: row },
  { name: 'missed-calls-selected', path: at(listOf('missed-calls', { state: 'open' })), ready: selected },
  {
    name: 'missed-calls-menu',
    path: at(listOf('missed-calls', { state: 'open' })),
    async ready(page) {
      await press(page, /^More for/);
      await seen(page.getByRole('menu'));
    },
  },
  {
    name: 'missed-calls-not-needed',
    path: at(listOf('missed-calls', { state: 'open' })),
    async ready(page) {
      await press(page, /^More for/);
      await page.getByRole('menuitem', { name: 'Not needed' }).click();
      await dialog(page);
    },
  },
  { name: 'missed-calls-done', path: at(listOf('missed-calls', { state: 'closed' })), ready: row },
  { name: 'calls', path: at(listOf('call-records')), ready: calls },
  {
    name: 'calls-no-match',
    path: at(listOf('call-records', { q: 'nobody' })),
    ready: (page) => seen(page.getByText('Nothing matches')),
  },
  {
    name: 'calls-grouped',
    path: at(listOf('call-records', { 'group:by': 'outcome' })),
    async ready(page) {
      await press(page, /^Answered .*\d/);
      await row(page);
    },
  },
  {
    name: 'calls-filters',
    path: at(listOf('call-records')),
    async ready(page) {
      await calls(page);
      await press(page, 'Add filter');
      await seen(page.getByRole('menu'));
    },
  },
  {
    name: 'calls-save-search',
    path: at(listOf('call-records', { outcome: ['missed'] })),
    async ready(page) {
      await calls(page);
      await press(page, 'Saved searches');
      await page.getByRole('menuitem', { name: 'Save this search' }).click();
      await dialog(page);
    },
  },
  {
    name: 'calls-selected',
    path: at(listOf('call-records')),
    async ready(page) {
      await calls(page);
      await selected(page);
    },
  },
  {
    name: 'calls-assign',
    path: at(listOf('call-records')),
    async ready(page) {
      await calls(page);
      await selected(page);
      await press(page, 'Assign');
      await dialog(page);
    },
  },
  {
    name: 'calls-tag',
    path: at(listOf('call-records')),
    async ready(page) {
      await calls(page);
      await selected(page);
      await press(page, 'Tag');
      await dialog(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await press(page, 'Unselect');
    },
  },
  {
    name: 'call-form',
    path: ({ call }) => `/call-records/${call}/show`,
    ready: (page) => seen(page.getByText('Press play to listen')),
  },
  {
    name: 'call-form-playing',
    path: ({ call }) => `/call-records/${call}/show`,
    async ready(page) {
      await press(page, 'Play');
      await seen(page.locator('canvas'));
      await press(page, 'Pause');
    },
  },
  {
    name: 'call-form-missed',
    path: ({ missedCall }) => `/call-records/${missedCall}/show`,
    ready: (page) => seen(page.getByText('No recording')),
  },
  {
    name: 'call-form-share',
    path: ({ call }) => `/call-records/${call}/show`,
    async ready(page) {
      await press(page, 'Share');
      await dialog(page);
    },
  },
  {
    name: 'calls-graph',
    path: at('/call-records/graph'),
    ready: (page) => seen(chart(page)),
  },
  { name: 'leads', path: at(listOf('leads')), ready: row },
  { name: 'leads-kanban', path: at('/leads/kanban'), ready: row },
  {
    name: 'leads-create',
    path: at('/leads/create'),
    ready: (page) => seen(page.getByRole('button', { name: 'Create lead' })),
  },
  {
    name: 'leads-create-known',
    path: at('/leads/create'),
    async ready(page, { leadNumber }) {
      await page.getByRole('textbox', { name: 'Name' }).fill('Lakshmi Traders');
      await page.getByRole('textbox', { name: 'Number' }).fill(leadNumber);
      await seen(page.getByText('Already being worked by'));
    },
  },
  {
    name: 'lead-form',
    path: ({ lead }) => `/leads/${lead}/show`,
    ready: (page) => seen(page.getByText(/^Calls \(\d/)),
  },
  {
    name: 'lead-form-follow-up',
    path: ({ lead }) => `/leads/${lead}/show`,
    async ready(page) {
      await seen(page.getByText(/^Calls \(\d/));
      await page.keyboard.press('f');
      await dialog(page);
    },
  },
  {
    name: 'lead-form-archived',
    path: ({ archivedLead }) => `/leads/${archivedLead}/show`,
    ready: (page) => seen(page.getByText('This lead is archived')),
  },
  {
    name: 'lead-merge',
    path: ({ doubleLead }) => `/leads/${doubleLead}/show`,
    async ready(page) {
      await press(page, 'Compare and merge');
      await seen(page.getByRole('dialog').getByRole('table'));
    },
  },
  {
    name: 'dashboard',
    path: at('/dashboard'),
    async ready(page) {
      await seen(page.getByText('those that nobody answered'));
      await seen(chart(page));
    },
  },
  {
    name: 'dashboard-table',
    path: at('/dashboard'),
    async ready(page) {
      const section = page.getByRole('region', { name: /^Busiest hours/ });
      await section.getByRole('button', { name: 'As a table' }).click();
      await seen(section.getByRole('table'));
      await section.scrollIntoViewIfNeeded();
    },
  },
  { name: 'users', path: at(listOf('users')), ready: row },
  { name: 'user-form', path: ({ user }) => `/users/${user}`, ready: (page) => seen(page.getByLabel('Login')) },
  {
    name: 'user-create',
    path: at('/users/create'),
    async ready(page) {
      await page.getByLabel('Login').fill('asha');
      await press(page, 'Save');
      await seen(page.getByText('Required'));
    },
  },
  { name: 'teams', path: at(listOf('teams')), ready: row },
  { name: 'team-form', path: ({ team }) => `/teams/${team}`, ready: (page) => seen(page.getByText('Members')) },
  { name: 'team-create', path: at('/teams/create'), ready: (page) => seen(page.getByRole('button', { name: 'Save' })) },
  { name: 'inbox', path: at(listOf('webhook-events')), ready: row },
  {
    name: 'inbox-failed',
    path: at(listOf('webhook-events', { state: 'failed' })),
    ready: (page) => heading(page, 'Inbox'),
  },
  {
    name: 'event-form',
    path: ({ event }) => `/webhook-events/${event}/show`,
    ready: (page) => seen(page.getByText('What MCUBE sent')),
  },
  {
    name: 'event-refused',
    path: ({ refused }) => `/webhook-events/${refused}/show`,
    ready: (page) => seen(page.getByText('The answer was 400')),
  },
  {
    name: 'event-replay',
    path: ({ event }) => `/webhook-events/${event}/show`,
    async ready(page) {
      await press(page, 'Process again');
      await seen(page.getByText('A trial run says'));
    },
  },
  {
    name: 'api-keys',
    path: at(listOf('api-keys')),
    ready: (page) => seen(page.getByRole('button', { name: 'New API key' })),
  },
  {
    name: 'api-keys-new',
    path: at(listOf('api-keys')),
    async ready(page) {
      await press(page, 'New API key');
      await dialog(page);
    },
  },
  { name: 'odoo', path: at('/odoo'), ready: (page) => seen(page.getByRole('button', { name: 'Check and connect' })) },
  {
    name: 'odoo-deliveries',
    path: at(listOf('odoo-deliveries')),
    ready: (page) => seen(page.getByText('Odoo does not accept the values')),
  },
  {
    name: 'odoo-conflicts',
    path: at(listOf('odoo-conflicts')),
    ready: (page) => seen(page.getByText('It was changed on both sides')),
  },
  { name: 'preferences', path: at('/preferences'), ready: (page) => seen(page.getByText('About me')) },
  {
    name: 'appearance',
    path: at('/preferences'),
    async ready(page) {
      await page.getByRole('button', { name: 'Language and appearance' }).click();
      await dialog(page);
    },
  },
  {
    name: 'notifications',
    path: at('/preferences'),
    async ready(page) {
      await page.getByRole('button', { name: /^Notifications/ }).click();
      await dialog(page);
    },
  },
  {
    name: 'keys',
    path: at('/preferences'),
    async ready(page) {
      await seen(page.getByText('About me'));
      await page.keyboard.press('?');
      await dialog(page);
    },
  },
  {
    name: 'not-found',
    path: at('/no/such/page'),
    ready: (page) => seen(page.getByRole('main').getByText('no such page')),
  },
];

/** While the phone rings, above any screen: last, since it goes on ringing. */
export const RINGING: Screen = {
  name: 'popup',
  path: at(listOf('leads')),
  ready: (page) => seen(page.getByRole('region', { name: 'My calls now' }).getByText('Ringing').nth(1)),
};
