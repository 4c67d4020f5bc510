import type { OdooRow } from '../transport/read-rows.ts';
import { filledText, idOf, relatedId } from './row-values.ts';

/** What Odoo says of a user. */
export type OdooUser = {
  name: string;
  email: string | null;
  phone: string | null;
  mcube_virtual_number: string | null;
  team_id: number | null;
  active: boolean;
};

export type OdooUserRow = { id: number; login: string; said: OdooUser };

/** `x_mcube_virtual_number` comes with our module, `sale_team_id` with sales teams, `mobile` is there below 19. */
export const USER_FIELDS = [
  'login',
  'name',
  'email',
  'phone',
  'mobile',
  'active',
  'sale_team_id',
  'x_mcube_virtual_number',
] as const;

/** Customers are users of a portal there, and templates for new users are no people. */
export const USER_DOMAIN = [['share', '=', false]] as const;

export function readUserRow(row: OdooRow): OdooUserRow {
  const login = filledText(row.login) ?? '';
  return {
    id: idOf(row),
    login,
    said: {
      name: filledText(row.name) ?? login,
      email: filledText(row.email),
      // Agents are called on their mobile phones.
      phone: filledText(row.mobile) ?? filledText(row.phone),
      mcube_virtual_number: filledText(row.x_mcube_virtual_number),
      team_id: relatedId(row.sale_team_id),
      active: row.active !== false,
    },
  };
}

export type OdooTeam = { name: string; active: boolean };
export type OdooTeamRow = { id: number; said: OdooTeam };
export const TEAM_FIELDS = ['name', 'active'] as const;

export function readTeamRow(row: OdooRow): OdooTeamRow {
  const name = filledText(row.name) ?? `Team ${idOf(row)}`;
  return { id: idOf(row), said: { name, active: row.active !== false } };
}

export type OdooStage = { name: string; sequence: number; is_won: boolean };
export type OdooStageRow = { id: number; said: OdooStage };
export const STAGE_FIELDS = ['name', 'sequence', 'is_won'] as const;

export function readStageRow(row: OdooRow): OdooStageRow {
  const sequence = typeof row.sequence === 'number' ? row.sequence : 0;
  return {
    id: idOf(row),
    said: { name: filledText(row.name) ?? `Stage ${idOf(row)}`, sequence, is_won: row.is_won === true },
  };
}

/** The numbers of a contact. */
export const CONTACT_FIELDS = ['phone', 'mobile'] as const;

export function readContactNumbers(row: OdooRow): string[] {
  return [filledText(row.phone), filledText(row.mobile)].flatMap((number) => number ?? []);
}
