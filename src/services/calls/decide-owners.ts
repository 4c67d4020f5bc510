import type { Tx } from '../../db/database.ts';
import { type Assignment, type AssignmentFacts, assignOwner, namedByCall, restate } from '../../models/assignment.ts';
import { normalisePhoneNumber } from '../../models/phone-number.ts';
import { takeTurns } from '../../models/team-rotation.ts';
import type { CallSettings, Draft, LinkedDraft, OwnedDraft } from './draft.ts';
import type { Surroundings } from './look-around.ts';

/**
 * Decides every call's owner. What the call itself names is asked anew whenever it learns more; a turn that was taken, or
 * a person's choice, stands until the call names somebody.
 */
export async function decideOwners(
  tx: Tx,
  drafts: readonly LinkedDraft[],
  around: Surroundings,
  settings: CallSettings,
): Promise<OwnedDraft[]> {
  const decided = drafts.map((draft) => ({ draft, assignment: decide(draft, around, settings) }));
  const givers = new Map(drafts.flatMap((draft) => (givesOwner(draft) ? [[draft.lead?.id, draft]] : [])));
  const giverOf = (draft: LinkedDraft) => (givesOwner(draft) ? undefined : givers.get(draft.lead?.id));
  const turnless = decided.filter(
    ({ draft, assignment }) =>
      isOfCustomer(draft) && giverOf(draft) === undefined && unnamed(assignment) && !keeps(draft, assignment),
  );
  const turns = await takeTurns(
    tx,
    turnless.map(({ draft }) => draft.call.group_name),
    settings.defaultTeam,
  );
  const turnOf = new Map(turnless.map(({ draft }, place) => [draft, turns[place]]));
  const owned = new Map(
    decided.map(({ draft, assignment }) => {
      const turn = turnOf.get(draft);
      if (turn === undefined) return [draft, withOwner(draft, assignment, around)];
      const final = assignOwner({ ...factsOf(draft, around, settings), turn: turn.user_id });
      return [draft, withOwner(draft, final, around, turn.team_id)];
    }),
  );
  return [...owned].map(([draft, alone]) => {
    const giver = owned.get(giverOf(draft) ?? draft);
    if (giver === undefined || giver === alone) return alone;
    const informed = onLeadOf(giver, draft);
    return withOwner(informed, decide(informed, around, settings), around);
  });
}

/** The team of whoever owns a call, as far as the batch knows them. */
export function teamOfOwner(
  user_id: number | null,
  { lead, owned_before }: Pick<LinkedDraft, 'lead' | 'owned_before'>,
  { agents }: Surroundings,
): number | null {
  if (user_id === null) return null;
  const asOwner = [lead, owned_before].find((candidate) => candidate?.user_id === user_id);
  return agents.teamOf.get(user_id) ?? asOwner?.owner_team_id ?? null;
}

/** The user whom the call names as its agent: by the phone, else by the e-mail. */
export function agentOf(
  { agent_phone, agent_email }: Pick<Draft['call'], 'agent_phone' | 'agent_email'>,
  { agents }: Surroundings,
  settings: CallSettings,
): number | null {
  const phone = normalisePhoneNumber(agent_phone, settings.defaultRegion);
  const [byPhone] = phone === null ? [] : (agents.byPhone.get(phone) ?? []);
  const [byEmail] = agent_email === null ? [] : (agents.byEmail.get(agent_email.toLowerCase()) ?? []);
  return byPhone ?? byEmail ?? null;
}

/** Facts that the call itself names. An empty value gives no candidates at all. */
export function namedOwnerFacts({ call }: Draft, { agents }: Surroundings, settings: CallSettings): AssignmentFacts {
  const virtualNumber = normalisePhoneNumber(call.virtual_number, settings.defaultRegion);
  const agentPhone = normalisePhoneNumber(call.agent_phone, settings.defaultRegion);
  const email = call.agent_email?.toLowerCase() ?? null;
  return {
    byVirtualNumber: virtualNumber === null ? undefined : (agents.byVirtualNumber.get(virtualNumber) ?? []),
    byAgentPhone: agentPhone === null ? undefined : (agents.byPhone.get(agentPhone) ?? []),
    byAgentEmail: email === null ? undefined : (agents.byEmail.get(email) ?? []),
    earlierOwner: undefined,
    turn: undefined,
    fallback: undefined,
  };
}

function decide(draft: LinkedDraft, around: Surroundings, settings: CallSettings): Assignment {
  const { before, lead } = draft;
  // A call that finds its lead only now, as after a recording that came first, is decided like a new one.
  const isNew =
    before === undefined || (before.lead_id === null && lead !== undefined && before.user_rule !== 'person');
  if (isNew || namedByCall(before.user_rule)) return assignOwner(factsOf(draft, around, settings));
  const stored = { user_id: before.user_id, rule: before.user_rule, steps: before.assignment };
  if (before.user_rule === 'person') return stored;
  const named = assignOwner(namedOwnerFacts(draft, around, settings));
  return named.user_id === null ? restate(stored, named) : named;
}

function factsOf(draft: LinkedDraft, around: Surroundings, settings: CallSettings): AssignmentFacts {
  return {
    ...namedOwnerFacts(draft, around, settings),
    earlierOwner: earlierOwner(draft),
    fallback: around.agents.fallback,
  };
}

function earlierOwner({ call, lead, owned_before }: LinkedDraft): number | undefined {
  const earlier = owned_before?.user_id ?? undefined;
  if (lead === undefined || lead.owner_call_id === call.call_id || !lead.owner_active) return earlier;
  return lead.user_id ?? earlier;
}

/** The call that chooses its lead's owner: other calls of the batch on that lead find the owner it gave. */
function givesOwner({ call, lead }: LinkedDraft): boolean {
  return lead !== undefined && lead.owner_call_id === call.call_id;
}

function onLeadOf({ assignment, team_id }: OwnedDraft, draft: LinkedDraft): LinkedDraft {
  const { user_id } = assignment;
  if (draft.lead === undefined) return draft;
  return { ...draft, lead: { ...draft.lead, user_id, owner_active: user_id !== null, owner_team_id: team_id } };
}

/** A stored owner keeps the team he was given with; a new one brings his own, unless it was the team that chose him. */
function withOwner(
  draft: LinkedDraft,
  assignment: Assignment,
  around: Surroundings,
  turnTeam: number | null = null,
): OwnedDraft {
  const { before } = draft;
  const { rule, user_id } = assignment;
  const stands = !namedByCall(rule) && rule === before?.user_rule && user_id === before.user_id;
  const team_id = stands ? before.team_id : (turnTeam ?? teamOfOwner(user_id, draft, around));
  return { ...draft, assignment, team_id };
}

function unnamed({ rule }: Assignment): boolean {
  return rule === 'fallback' || rule === 'nobody';
}

/** Calls between our own people take no turn, nor do outbound ones that open no lead. */
function isOfCustomer({ lead, lead_rule }: LinkedDraft): boolean {
  return lead !== undefined || lead_rule === 'withheld';
}

function keeps({ before, lead }: LinkedDraft, assignment: Assignment): boolean {
  if (before === undefined || assignment.steps !== before.assignment) return false;
  return before.lead_id !== null || lead === undefined;
}
