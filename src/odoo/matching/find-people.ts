import type { OdooAbout } from '../../db/odoo-tables.ts';
import { answered, failed, type OdooAnswer } from '../transport/failure.ts';
import { isRow, type OdooRow, readId, readRows, textOf } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { isSearchable, numbersOf, phoneDomain, phoneFields, spelledDomain } from './phone-domain.ts';

/** A lead in Odoo that one of our numbers reaches: its own, or its contact's. */
export type OdooLead = {
  id: number;
  numbers: ReadonlySet<string>;
  active: boolean;
  won: boolean;
  owned: boolean;
  /** The name under which it was taken in from elsewhere, by us or by somebody. */
  externalId: string | undefined;
};

export type OdooContact = { id: number; numbers: ReadonlySet<string>; user_id: number | null };

export type OdooPeople = { leads: OdooLead[]; contacts: OdooContact[] };

type Parts = { transport: OdooTransport; about: OdooAbout; region: string };

/** Leads, archived ones too, and contacts in Odoo that these numbers reach; each number is compared here once more. */
export async function findPeople(parts: Parts, numbers: readonly string[]): Promise<OdooAnswer<OdooPeople>> {
  const people: OdooPeople = { leads: [], contacts: [] };
  const asked = [...new Set(numbers)].filter(isSearchable);
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const found = await findSome(parts, asked.slice(start, start + AT_ONCE));
    if (found.kind === 'failed') return found;
    people.leads.push(...found.value.leads);
    people.contacts.push(...found.value.contacts);
  }
  const names = await externalIds(
    parts.transport,
    people.leads.map(({ id }) => id),
  );
  if (names.kind === 'failed') return names;
  const leads = new Map(people.leads.map((lead) => [lead.id, { ...lead, externalId: names.value.get(lead.id) }]));
  return answered({ ...people, leads: [...leads.values()] });
}

/** Each number is a walk through Odoo's leads where its server keeps no index of their digits. */
const AT_ONCE = 25;

async function findSome(parts: Parts, numbers: readonly string[]): Promise<OdooAnswer<OdooPeople>> {
  const wanted = new Set(numbers);
  const { about } = parts;
  const reachedContacts = about.contactNumbers ? phoneDomain(numbers) : spelledDomain(numbers, about);
  const contactRows = await search(parts, 'res.partner', reachedContacts, ['user_id']);
  if (contactRows.kind === 'failed') return contactRows;
  const contacts = contactRows.value
    .map((row) => ({ id: Number(row.id), numbers: overlap(row, parts, wanted), user_id: readId(row.user_id) ?? null }))
    .filter(({ numbers }) => numbers.size > 0);
  const ofContacts = [['partner_id', 'in', contacts.map(({ id }) => id)]];
  const domain = contacts.length === 0 ? phoneDomain(numbers) : ['|', ...ofContacts, ...phoneDomain(numbers)];
  const leadRows = await search(parts, 'crm.lead', domain, ['active', 'stage_id', 'user_id', 'partner_id']);
  if (leadRows.kind === 'failed') return leadRows;
  const won = await wonStages(parts.transport);
  if (won.kind === 'failed') return won;
  const numbersOfContact = new Map(contacts.map(({ id, numbers }) => [id, numbers]));
  const leads = leadRows.value
    .map((row) => ({
      id: Number(row.id),
      numbers: new Set([...overlap(row, parts, wanted), ...(numbersOfContact.get(readId(row.partner_id) ?? 0) ?? [])]),
      active: row.active === true,
      won: won.value.has(readId(row.stage_id) ?? 0),
      owned: readId(row.user_id) !== undefined,
      externalId: undefined,
    }))
    .filter(({ numbers }) => numbers.size > 0);
  return answered({ leads, contacts });
}

function overlap(row: OdooRow, { region }: Parts, wanted: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...numbersOf(row, region)].filter((number) => wanted.has(number)));
}

async function search(
  { transport, about }: Parts,
  model: string,
  domain: readonly unknown[],
  fields: readonly string[],
): Promise<OdooAnswer<OdooRow[]>> {
  const answer = await transport.call({
    model,
    method: 'search_read',
    named: { domain, fields: [...phoneFields(about), ...fields], order: 'id desc', limit: MOST },
    // A lost lead is archived.
    context: model === 'crm.lead' ? { active_test: false } : {},
  });
  return answer.kind === 'failed' ? answer : answered(readRows(answer.value));
}

/** A number that more records have than this is a switchboard's; the newest tell enough. */
const MOST = 1_000;

async function wonStages(transport: OdooTransport): Promise<OdooAnswer<ReadonlySet<number>>> {
  const named = { domain: [['is_won', '=', true]], fields: ['id'] };
  const answer = await transport.call({ model: 'crm.stage', method: 'search_read', named });
  return answer.kind === 'failed' ? answer : answered(new Set(readRows(answer.value).map(({ id }) => Number(id))));
}

async function externalIds(
  transport: OdooTransport,
  ids: readonly number[],
): Promise<OdooAnswer<ReadonlyMap<number, string>>> {
  if (ids.length === 0) return answered(new Map());
  const answer = await transport.call({ model: 'crm.lead', method: 'get_external_id', ids });
  if (answer.kind === 'failed') return failed(answer.failure);
  const told = isRow(answer.value) ? Object.entries(answer.value) : [];
  return answered(new Map(told.map(([id, name]) => [Number(id), textOf(name)])));
}
