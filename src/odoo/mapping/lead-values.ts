import type { OdooAbout } from '../../db/odoo-tables.ts';
import type { LeadForOdoo } from '../../models/lead-for-odoo.ts';
import type { OdooRow } from '../transport/read-rows.ts';

/** A contact in Odoo that one of a lead's numbers reaches. */
export type Contact = { id: number; user_id: number | null };

/**
 * A new lead as Odoo's import takes it: texts by column, '' for none. A column that is missing is Odoo's to fill in: a lead
 * of a contact takes its number and e-mail from there, and writing them would write the contact's.
 */
export function newLeadValues(
  lead: LeadForOdoo,
  externalId: string,
  contact: Contact | undefined,
  { version }: Pick<OdooAbout, 'version'>,
  wonStage: number | undefined,
): Record<string, string> {
  const own = { contact_name: lead.contact_name, phone: lead.phone, email_from: lead.email };
  const stage = lead.is_won ? (lead.stage_odoo_id ?? wonStage) : lead.stage_odoo_id;
  return texts({
    id: externalId,
    name: lead.name,
    ...(contact === undefined ? own : { 'partner_id/.id': contact.id }),
    'user_id/.id': ownerOf(lead, contact),
    ...(lead.description !== null && { description: describe(lead.description, version.major) }),
    ...(lead.team_odoo_id !== null && { 'team_id/.id': lead.team_odoo_id }),
    ...(stage !== null && stage !== undefined && { 'stage_id/.id': stage }),
    // A "lead" is shown only where Odoo is set to tell leads from opportunities, so Odoo decides.
    ...(lead.type === 'opportunity' && { type: lead.type }),
    ...(!lead.active && { active: '0' }),
  });
}

/** Whom the customer's contact belongs to goes before a turn in a team, as the owner of earlier leads does. */
function ownerOf(lead: LeadForOdoo, contact: Contact | undefined): number | null {
  const byChance = lead.owner_rule === 'team_rotation' || lead.owner_rule === 'fallback';
  const salesperson = contact?.user_id ?? null;
  return byChance ? (salesperson ?? lead.user_odoo_id) : (lead.user_odoo_id ?? salesperson);
}

/** Plain text; Odoo's field holds HTML from 15 on. */
function describe(text: string, major: number): string {
  return major >= FIRST_HTML ? escapeHtml(text).replaceAll('\n', '<br/>') : text;
}

const FIRST_HTML = 15;

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function texts(values: Record<string, string | number | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]));
}

/** What Odoo's lead lacks and ours has. Beside it only what was changed here is written to a lead that is there (changed-here.ts). */
export function lackingValues(lead: LeadForOdoo, there: OdooRow): Record<string, string | number> {
  const lacks = (field: string) => there[field] === false || there[field] === '';
  const offered: Record<string, string | number | null> = {
    user_id: lead.user_odoo_id,
    // Of a lead with a contact these are the contact's.
    ...(lacks('partner_id') && { phone: lead.phone, email_from: lead.email, contact_name: lead.contact_name }),
  };
  const lacking: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(offered))
    if (value !== null && value !== '' && lacks(field)) lacking[field] = value;
  return lacking;
}
