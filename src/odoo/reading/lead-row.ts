import type { OdooRow } from '../transport/read-rows.ts';
import { readOdooTime } from './odoo-time.ts';
import { filledText, idOf, relatedId } from './row-values.ts';

/** What Odoo says of a lead, people and stages by their ids there. */
export type OdooLead = {
  name: string;
  contact_name: string | null;
  phone: string | null;
  email: string | null;
  type: 'lead' | 'opportunity';
  user_id: number | null;
  team_id: number | null;
  stage_id: number | null;
  active: boolean;
};

export type OdooLeadRow = {
  id: number;
  said: OdooLead;
  /** A second number of the lead; only below 19. */
  mobile: string | null;
  contactId: number | null;
  createdBy: number | null;
  writtenBy: number | null;
  created: Date | undefined;
  closed: Date | undefined;
};

export const LEAD_FIELDS = [
  'name',
  'contact_name',
  'partner_name',
  'phone',
  'mobile',
  'email_from',
  'type',
  'user_id',
  'team_id',
  'stage_id',
  'active',
  'partner_id',
  'create_uid',
  'write_uid',
  'create_date',
  'date_closed',
] as const;

export function readLeadRow(row: OdooRow): OdooLeadRow {
  return {
    id: idOf(row),
    said: {
      name: filledText(row.name) ?? `Lead ${idOf(row)}`,
      contact_name: filledText(row.contact_name) ?? filledText(row.partner_name),
      phone: filledText(row.phone),
      email: filledText(row.email_from),
      type: row.type === 'opportunity' ? 'opportunity' : 'lead',
      user_id: relatedId(row.user_id),
      team_id: relatedId(row.team_id),
      stage_id: relatedId(row.stage_id),
      active: row.active !== false,
    },
    mobile: filledText(row.mobile),
    contactId: relatedId(row.partner_id),
    createdBy: relatedId(row.create_uid),
    writtenBy: relatedId(row.write_uid),
    created: readOdooTime(row.create_date),
    closed: readOdooTime(row.date_closed),
  };
}
