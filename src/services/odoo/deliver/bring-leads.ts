import { say } from '../../../kernel/sentences.ts';
import { type LeadForOdoo, leadsByOdooId, linkLeadToOdoo } from '../../../models/lead-for-odoo.ts';
import { newLeadValues } from '../../../odoo/mapping/lead-values.ts';
import { chooseContact, chooseOdooLead } from '../../../odoo/matching/choose-lead.ts';
import { findPeople, type OdooPeople } from '../../../odoo/matching/find-people.ts';
import { answered, type OdooAnswer, type OdooFailure } from '../../../odoo/transport/failure.ts';
import { importedIds } from '../../../odoo/transport/import-answer.ts';
import { readRows } from '../../../odoo/transport/read-rows.ts';
import { type DeliverParts, QUIETLY } from './deliver-parts.ts';

export type Placed =
  | { kind: 'adopted' | 'created'; lead: LeadForOdoo; odoo_id: number }
  | { kind: 'not_placed'; lead: LeadForOdoo; odoo_id: null; failure: OdooFailure };

/** Finds leads in Odoo that are not known to be there, and makes those that are not. */
export async function bringLeads(parts: DeliverParts, leads: readonly LeadForOdoo[]): Promise<OdooAnswer<Placed[]>> {
  if (leads.length === 0) return answered([]);
  const { transport, about } = parts.link;
  const numbers = leads.flatMap((lead) => lead.numbers);
  const people = await findPeople({ transport, about, region: parts.settings.defaultRegion }, numbers);
  if (people.kind === 'failed') return people;
  const placed: Placed[] = [];
  const made: LeadForOdoo[] = [];
  const taken = new Set(
    (
      await leadsByOdooId(
        parts.database,
        people.value.leads.map(({ id }) => id),
      )
    ).keys(),
  );
  for (const lead of leads) {
    const name = externalId(parts, lead);
    const choice = chooseOdooLead(lead, people.value.leads, name, (other) => other.startsWith(prefix(parts)), taken);
    if (choice.kind === 'create') made.push(lead);
    else if (choice.kind === 'doubled') placed.push(notPlaced(lead, choice.odoo_id));
    else {
      taken.add(choice.odoo_id);
      placed.push(await link(parts, lead, choice.odoo_id, 'adopted'));
    }
  }
  const created = await create(parts, made, people.value);
  return created.kind === 'failed' ? created : answered([...placed, ...created.value]);
}

/**
 * The name of a lead of ours among Odoo's external ids. Odoo's import takes what has a known name for the record itself, so
 * that killed between making it there and noting it here we find it again. Not under our module's name: uninstalling a module
 * deletes what goes by it.
 */
function externalId(parts: DeliverParts, { id }: LeadForOdoo): string {
  return `${prefix(parts)}${id}`;
}

function prefix({ instance }: DeliverParts): string {
  return `mcube_sync.lead_${instance}_`;
}

async function create(
  parts: DeliverParts,
  leads: readonly LeadForOdoo[],
  { contacts }: OdooPeople,
): Promise<OdooAnswer<Placed[]>> {
  const { transport, about } = parts.link;
  const wonStage = leads.some(({ is_won }) => is_won) ? await findWonStage(parts) : answered(undefined);
  if (wonStage.kind === 'failed') return wonStage;
  const placed: Placed[] = [];
  // One import has the same columns for all its rows.
  const byColumns = Map.groupBy(
    leads.map((lead) => ({
      lead,
      row: newLeadValues(lead, externalId(parts, lead), chooseContact(lead, contacts), about, wonStage.value),
    })),
    ({ row }) => Object.keys(row).join(),
  );
  for (const group of byColumns.values()) {
    const fields = Object.keys(group[0]?.row ?? {});
    const named = { fields, data: group.map(({ row }) => Object.values(row)) };
    const answer = await transport.call({ model: 'crm.lead', method: 'load', named, context: QUIETLY });
    if (answer.kind === 'failed') return answer;
    const ids = importedIds(answer.value);
    for (const [index, { lead }] of group.entries()) placed.push(await link(parts, lead, ids[index] ?? 0, 'created'));
  }
  return answered(placed);
}

async function findWonStage({ link }: DeliverParts): Promise<OdooAnswer<number | undefined>> {
  const named = { domain: [['is_won', '=', true]], fields: ['id'], limit: 1 };
  const answer = await link.transport.call({ model: 'crm.stage', method: 'search_read', named });
  if (answer.kind === 'failed') return answer;
  const [stage] = readRows(answer.value);
  return answered(stage === undefined ? undefined : Number(stage.id));
}

async function link(
  { database }: DeliverParts,
  lead: LeadForOdoo,
  odoo_id: number,
  kind: 'adopted' | 'created',
): Promise<Placed> {
  return (await linkLeadToOdoo(database, lead.id, odoo_id)) ? { kind, lead, odoo_id } : notPlaced(lead, odoo_id);
}

function notPlaced(lead: LeadForOdoo, odooId: number): Placed {
  const failure: OdooFailure = {
    kind: 'validation',
    message: say('other_lead_there', { id: odooId }),
    fix: say('merge_the_two'),
    detail: '',
    retryAfter: undefined,
  };
  return { kind: 'not_placed', lead, odoo_id: null, failure };
}
