import type { LeadForOdoo } from '../../models/lead-for-odoo.ts';
import { LEAD_FIELDS, type OdooLead, readLeadRow } from '../reading/lead-row.ts';
import type { OdooRow } from '../transport/read-rows.ts';

/** What is looked at of a lead that is there; its second number only some versions have. */
export const THERE = LEAD_FIELDS.filter((field) => field !== 'mobile');

type Values = Record<string, string | number | boolean>;

/**
 * What was changed here since Odoo said it, and by nobody there: that goes to Odoo. Nothing that we do not have, and of a
 * lead with a contact neither name nor e-mail, which are the contact's.
 */
export function changedHere(lead: LeadForOdoo, there: OdooRow): Values {
  const { said } = lead;
  if (said === null) return {};
  const now: Readonly<Record<string, unknown>> = readLeadRow(there).said;
  const ours = {
    name: lead.name,
    user_id: lead.user_odoo_id,
    team_id: lead.team_odoo_id,
    stage_id: lead.stage_odoo_id,
    active: lead.active,
    ...(there.partner_id === false && { contact_name: lead.contact_name, email: lead.email }),
  } satisfies Partial<OdooLead>;
  const changed: Values = {};
  for (const [field, value] of Object.entries(ours)) {
    const [before, current] = [said[field], now[field]];
    if (value === null || before === undefined || before !== current || value === before) continue;
    changed[NAMES[field] ?? field] = value;
  }
  return changed;
}

const NAMES: Readonly<Record<string, string>> = { email: 'email_from' };
