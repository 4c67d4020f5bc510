import { expect, test } from 'vitest';
import type { LeadForOdoo } from '../../models/lead-for-odoo.ts';
import { lackingValues, newLeadValues } from './lead-values.ts';

const LEAD: LeadForOdoo = {
  ...{ id: 7, name: 'Inbound Call from 9000000001', contact_name: 'Meera', phone: '9000000001', email: null },
  ...{ description: null, type: 'lead', active: true, is_open: true, is_won: false, merged_into_id: null },
  ...{ caller_number: '+919000000001', odoo_id: null, user_odoo_id: 5, team_odoo_id: null, stage_odoo_id: null },
  ...{ owner_rule: 'virtual_number', numbers: ['+919000000001'], said: null },
};
const NEWEST = { version: { series: '19.0', major: 19 } };
const values = (lead: Partial<LeadForOdoo>, contact?: { id: number; user_id: number | null }) =>
  newLeadValues({ ...LEAD, ...lead }, 'mcube_sync.lead_x_7', contact, NEWEST, 4);

test('A new lead of a contact leaves number, name and e-mail to the contact', () => {
  expect(values({})).toEqual({
    ...{ id: 'mcube_sync.lead_x_7', name: 'Inbound Call from 9000000001', contact_name: 'Meera' },
    ...{ phone: '9000000001', email_from: '', 'user_id/.id': '5' },
  });
  expect(Object.keys(values({}, { id: 9, user_id: null })).sort()).toEqual([
    'id',
    'name',
    'partner_id/.id',
    'user_id/.id',
  ]);
});

test("The contact's salesperson goes before a turn in a team, and after the agent whose number was called", () => {
  const contact = { id: 9, user_id: 8 };
  expect(values({}, contact)['user_id/.id']).toBe('5');
  expect(values({ owner_rule: 'team_rotation' }, contact)['user_id/.id']).toBe('8');
  expect(values({ owner_rule: 'team_rotation' })['user_id/.id']).toBe('5');
  expect(values({ user_odoo_id: null }, contact)['user_id/.id']).toBe('8');
});

test('A lead that was won or lost before the connection is so there', () => {
  expect(values({ is_won: true, is_open: false })['stage_id/.id']).toBe('4');
  expect(values({ active: false, is_open: false })).toMatchObject({ active: '0' });
});

test('A lead that is there gets only what it lacks, and nothing that is its contact’s', () => {
  const there = { phone: false, email_from: false, contact_name: 'M.', user_id: false, partner_id: false };
  expect(lackingValues(LEAD, there)).toEqual({ phone: '9000000001', user_id: 5 });
  expect(lackingValues(LEAD, { ...there, partner_id: [9, 'Meera'] })).toEqual({ user_id: 5 });
  expect(lackingValues(LEAD, { ...there, user_id: [6, 'Ravi'], phone: '0' })).toEqual({});
});
