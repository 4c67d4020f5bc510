import { type Static, Type } from 'typebox';
import type { UserRow } from '../../models/user-list.ts';
import { component, nullable, Time, words } from '../schemas.ts';

export const Groups = Type.Array(
  words(['base.group_system', 'base.group_user', 'base.group_portal', 'base.group_public']),
  { description: 'What the user may do is what any of these groups may.' },
);

export const User = component('User', {
  id: Type.Integer(),
  login: Type.String(),
  name: Type.String(),
  email: nullable(Type.String()),
  phone: nullable(Type.String({ description: 'The phone on which calls reach the user.' })),
  mcube_virtual_number: nullable(Type.String({ description: 'Calls to this number belong to the user.' })),
  groups: Groups,
  team_id: nullable(Type.Integer()),
  team_name: nullable(Type.String()),
  active: Type.Boolean(),
  odoo_id: nullable(Type.Integer()),
  create_date: Time(),
  write_date: Time(),
});

export function presentUser(row: UserRow): Static<typeof User> {
  return { ...row, create_date: row.create_date.toISOString(), write_date: row.write_date.toISOString() };
}
