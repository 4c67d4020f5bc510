import type { Tx } from '../../db/database.ts';
import { assignOwner } from '../../models/assignment.ts';
import type { LeadRule } from '../../models/call-record.ts';
import { type CallerLead, openCallerLeads } from '../../models/caller-lead.ts';
import { type Candidate, chooseLead, findLeadsByNumbers } from '../../models/lead-matching.ts';
import { namedOwnerFacts, teamOfOwner } from './decide-owners.ts';
import type { CallSettings, Draft, LinkedDraft } from './draft.ts';
import type { Surroundings } from './look-around.ts';

/**
 * Finds every call's lead, and opens leads for callers nobody knows yet: one per number, named after its earliest call.
 * A call that stands on a lead stays there.
 */
export async function linkLeads(
  tx: Tx,
  drafts: readonly Draft[],
  around: Surroundings,
  settings: CallSettings,
): Promise<{ linked: LinkedDraft[]; opened: number[] }> {
  const linked = drafts.map((draft) => linkToKnownLead(draft, around, settings));
  const openers = firstCallPerNumber(
    linked.filter(({ lead, lead_rule }) => lead === undefined && lead_rule === 'new_lead'),
  );
  if (openers.size === 0) return { linked, opened: [] };

  const leads = [...openers].map(([number, draft]) => callerLead(number, draft, around, settings));
  const openedIds = await openCallerLeads(tx, leads);
  const openedElsewhere = await findLeadsByNumbers(
    tx,
    [...openers.keys()].filter((number) => !openedIds.has(number)),
  );
  const byNumber = new Map<string, Candidate>();
  for (const { caller_number, call, user_id, team_id } of leads) {
    const id = openedIds.get(caller_number);
    const lead =
      id === undefined
        ? chooseLead(openedElsewhere.get(caller_number) ?? []).lead
        : {
            id,
            user_id,
            is_open: true,
            owner_active: user_id !== null,
            owner_team_id: team_id,
            owner_call_id: call.call_id,
            chosen_at: null,
          };
    // Opened and closed again by somebody else between two of our statements: the batch is tried again from the start.
    if (lead === undefined) throw new Error('a lead was opened and closed while a call looked for it');
    byNumber.set(caller_number, lead);
  }
  return { linked: linked.map((draft) => onNewLead(draft, byNumber, openers)), opened: [...openedIds.values()] };
}

function linkToKnownLead(draft: Draft, around: Surroundings, settings: CallSettings): LinkedDraft {
  const { call, before } = draft;
  const number = call.phone_sanitized;
  const candidates = number === null ? [] : (around.leadsByNumber.get(number) ?? []);
  const match = chooseLead(candidates);
  // The owner this call itself gave its new lead is no earlier owner: in another order of events it would not be there.
  const earlier = candidates.filter(({ owner_call_id }) => owner_call_id !== call.call_id);
  const link = (lead_rule: LeadRule, lead?: Candidate): LinkedDraft => ({
    ...draft,
    lead,
    lead_rule,
    lead_candidates: before?.lead_candidates ?? null,
    owned_before: chooseLead(earlier).owned_before,
  });
  if (before !== undefined && (before.lead_id !== null || before.lead_rule === 'person')) {
    return link(before.lead_rule, around.leadsById.get(before.lead_id ?? 0));
  }
  if (number === null) return link('withheld');
  if (around.ownNumbers.has(number)) return link('own_number');
  if (match.lead !== undefined) return { ...link('open_lead', match.lead), lead_candidates: match.others };
  if (call.direction === 'outbound' && !settings.outboundLeads) return link('outbound_unknown');
  return link('new_lead');
}

function firstCallPerNumber(drafts: readonly LinkedDraft[]): Map<string, LinkedDraft> {
  const first = new Map<string, LinkedDraft>();
  for (const draft of drafts) {
    const number = draft.call.phone_sanitized;
    if (number === null) continue;
    const rival = first.get(number);
    if (rival === undefined || startsBefore(draft, rival)) first.set(number, draft);
  }
  return first;
}

function startsBefore(one: Draft, other: Draft): boolean {
  const apart = start(one) - start(other);
  return apart < 0 || (apart === 0 && one.call.call_id < other.call.call_id);
}

function start({ call, received_at }: Draft): number {
  return (call.call_date ?? received_at).getTime();
}

/** The new lead's owner, as far as the call names one; a turn in the team is taken only once the lead is really ours. */
function callerLead(
  caller_number: string,
  draft: LinkedDraft,
  around: Surroundings,
  settings: CallSettings,
): CallerLead {
  const earlierOwner = draft.owned_before?.user_id ?? undefined;
  const { user_id } = assignOwner({ ...namedOwnerFacts(draft, around, settings), earlierOwner });
  return { caller_number, call: draft.call, user_id, team_id: teamOfOwner(user_id, draft, around) };
}

function onNewLead(
  draft: LinkedDraft,
  byNumber: ReadonlyMap<string, Candidate>,
  openers: ReadonlyMap<string, LinkedDraft>,
): LinkedDraft {
  if (draft.lead !== undefined || draft.lead_rule !== 'new_lead' || draft.call.phone_sanitized === null) return draft;
  const lead = byNumber.get(draft.call.phone_sanitized);
  const opener = openers.get(draft.call.phone_sanitized) === draft && lead?.owner_call_id === draft.call.call_id;
  return { ...draft, lead, lead_rule: opener ? 'new_lead' : 'open_lead' };
}
