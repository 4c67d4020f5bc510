import { type Static, Type } from 'typebox';
import type { TeamRow } from '../../models/team-list.ts';
import { component, nullable, Time } from '../schemas.ts';

export const Team = component('Team', {
  id: Type.Integer(),
  name: Type.String(),
  active: Type.Boolean(),
  member_ids: Type.Array(Type.Integer(), { description: 'Its active members: calls are shared out among them.' }),
  odoo_id: nullable(Type.Integer()),
  create_date: Time(),
  write_date: Time(),
});

export function presentTeam(row: TeamRow): Static<typeof Team> {
  return { ...row, create_date: row.create_date.toISOString(), write_date: row.write_date.toISOString() };
}
