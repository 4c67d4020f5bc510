import type { LeadForOdoo } from '../../models/lead-for-odoo.ts';
import type { OdooContact, OdooLead } from './find-people.ts';

export type Choice =
  /** It is this one: ours from before, or one that somebody typed in. */
  | { kind: 'adopt'; odoo_id: number }
  | { kind: 'create' }
  /** Odoo has one that is open, but it is another lead here: bringing ours there would double the customer. */
  | { kind: 'doubled'; odoo_id: number };

/**
 * Which of the leads in Odoo that our lead's numbers reach is the same. `taken` are those that other leads here are;
 * `isOurs` knows the names that we give what we create.
 */
export function chooseOdooLead(
  lead: LeadForOdoo,
  candidates: readonly OdooLead[],
  externalId: string,
  isOurs: (externalId: string) => boolean,
  taken: ReadonlySet<number>,
): Choice {
  const own = candidates.find((candidate) => candidate.externalId === externalId);
  if (own !== undefined && !taken.has(own.id)) return { kind: 'adopt', odoo_id: own.id };
  const reached = candidates
    .filter(({ numbers }) => lead.numbers.some((number) => numbers.has(number)))
    .filter((candidate) => isLike(lead, candidate))
    .sort(byWorth);
  // One of another lead of ours is that lead's, even if it is not known here yet.
  const free = reached.find(({ id, externalId: name }) => !taken.has(id) && !(name !== undefined && isOurs(name)));
  if (free !== undefined) return { kind: 'adopt', odoo_id: free.id };
  // People may hold two open leads with one number; a call makes none where there is one.
  const [first] = reached;
  if (first !== undefined && lead.is_open && lead.caller_number !== null) return { kind: 'doubled', odoo_id: first.id };
  return { kind: 'create' };
}

/** An open lead is an open one's; a closed one is one that ended the same way. */
function isLike(lead: LeadForOdoo, { active, won }: OdooLead): boolean {
  if (lead.is_open) return active && !won;
  return lead.is_won ? won : !active;
}

/** As here: owned before not, the newest first. */
function byWorth(one: OdooLead, other: OdooLead): number {
  return Number(other.owned) - Number(one.owned) || other.id - one.id;
}

/** The contact that a lead's numbers reach; one that has a salesperson tells more. */
export function chooseContact(lead: LeadForOdoo, contacts: readonly OdooContact[]): OdooContact | undefined {
  const reached = contacts.filter(({ numbers }) => lead.numbers.some((number) => numbers.has(number)));
  return reached.find(({ user_id }) => user_id !== null) ?? reached.at(-1);
}
