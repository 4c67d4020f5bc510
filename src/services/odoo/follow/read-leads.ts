import { numbersOf } from '../../../models/lead.ts';
import { knownFields } from '../../../odoo/reading/known-fields.ts';
import { LEAD_FIELDS, type OdooLead, type OdooLeadRow, readLeadRow } from '../../../odoo/reading/lead-row.ts';
import { CONTACT_FIELDS, readContactNumbers } from '../../../odoo/reading/people-rows.ts';
import { type Reading, readByIds } from '../../../odoo/reading/read-changes.ts';
import { idOf } from '../../../odoo/reading/row-values.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import type { OdooRow } from '../../../odoo/transport/read-rows.ts';
import type { OdooTransport } from '../../../odoo/transport/transport.ts';
import type { FollowParts } from './follow-parts.ts';

/** What is kept of what Odoo said of a lead. */
export type SaidOfLead = OdooLead & { numbers: readonly string[] };

/** A lead of Odoo's with every number that reaches it, its contact's among them, in their one spelling. */
export type ReadLead = Omit<OdooLeadRow, 'said'> & { said: SaidOfLead };

/** How leads and contacts are read in this Odoo: which fields they have is asked. */
export type LeadReadings = { leads: Reading; contacts: Reading };

export async function askLeadReadings(transport: OdooTransport): Promise<LeadReadings> {
  const ask = async (model: string, wanted: readonly string[]) => ({
    model,
    fields: answerOf(await knownFields(transport, model, wanted)),
  });
  return { leads: await ask('crm.lead', LEAD_FIELDS), contacts: await ask('res.partner', CONTACT_FIELDS) };
}

/** Reads rows as leads, their contacts' numbers beside. */
export async function withContacts(
  { transport, settings }: FollowParts,
  { contacts }: LeadReadings,
  rows: readonly OdooRow[],
): Promise<ReadLead[]> {
  const leads = rows.map(readLeadRow);
  const contactIds = [...new Set(leads.flatMap(({ contactId }) => contactId ?? []))];
  const found = answerOf(await readByIds(transport, contacts, contactIds));
  const numbersByContact = new Map(found.map((row) => [idOf(row), readContactNumbers(row)]));
  return leads.map((lead) => {
    const texts = [lead.said.phone, lead.mobile, ...(numbersByContact.get(lead.contactId ?? 0) ?? [])];
    const numbers = new Set(texts.flatMap((text) => numbersOf(text, settings.defaultRegion)));
    return { ...lead, said: { ...lead.said, numbers: [...numbers] } };
  });
}
