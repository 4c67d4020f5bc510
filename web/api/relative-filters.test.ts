import { expect, it } from 'vitest';
import { DAY, FROM, GROUP_BY, PERIOD, resolveFilters, UNTIL, WHOSE, WON_FROM, WON_UNTIL } from './relative-filters.ts';

const user = {
  id: 7,
  team_id: 3,
  login: 'priya',
  name: 'Priya',
  email: null,
  phone: null,
  mcube_virtual_number: null,
  groups: [],
  team_name: null,
  active: true,
  odoo_id: null,
  create_date: '2026-01-01T00:00:00Z',
  write_date: '2026-01-01T00:00:00Z',
};
const session = { user, settings: { time_zone: 'Asia/Kolkata', default_region: 'IN', callback_target_minutes: 30 } };
const resolve = (filter: Record<string, unknown>, resource = 'call-records') =>
  JSON.parse(JSON.stringify(resolveFilters(resource, filter, session, new Date('2026-09-21T06:30:00Z'))));

it('lets "mine" and "my team" be those of whoever looks', () => {
  expect(resolve({ [WHOSE]: 'mine' })).toEqual({ user_id: 7 });
  expect(resolve({ [WHOSE]: 'team' })).toEqual({ team_id: 3 });
});

it('takes what lies in every period that is named, and keeps the other filters', () => {
  expect(resolve({ [PERIOD]: 'this_month', [DAY]: '2026-09-20', outcome: ['missed'], [GROUP_BY]: 'day' })).toEqual({
    call_date_gte: '2026-09-19T18:30:00.000Z',
    call_date_lt: '2026-09-20T18:30:00.000Z',
    outcome: ['missed'],
  });
  expect(resolve({ [FROM]: '2026-09-01', [UNTIL]: '2026-09-02' })).toEqual({
    call_date_gte: '2026-08-31T18:30:00.000Z',
    call_date_lt: '2026-09-02T18:30:00.000Z',
  });
});

it('tells when leads were opened from when they were won', () => {
  expect(resolve({ [FROM]: '2026-08-01', [WON_FROM]: '2026-09-01', [WON_UNTIL]: '2026-09-02' }, 'leads')).toEqual({
    active: true,
    create_date_gte: '2026-07-31T18:30:00.000Z',
    won_date_gte: '2026-08-31T18:30:00.000Z',
    won_date_lt: '2026-09-02T18:30:00.000Z',
  });
});
