import type { Tx } from '../../db/database.ts';
import { type Assignment, type AssignmentFacts, assignOwner, namedByCall } from '../../models/assignment.ts';
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
  const turnless = decided.filter(
    ({ draft, assignment }) => draft.lead !== undefined && unnamed(assignment) && !keeps(draft, assignment),
  );
  const turns = await takeTurns(
    tx,
    turnless.map(({ draft }) => draft.call.group_name),
    settings.defaultTeam,
  );
  const turnOf = new Map(turnless.map(({ draft }, place) => [draft, turns[place]]));
  return decided.map(({ draft, assignment }) => {
    const turn = turnOf.get(draft);
    const final =
      turn === undefined ? assignment : assignOwner({ ...factsOf(draft, around, settings), turn: turn.user_id });
    const team = final.user_id === null ? undefined : around.agents.teamOf.get(final.user_id);
    return { ...draft, assignment: final, team_id: turn?.team_id ?? team ?? draft.before?.team_id ?? null };
  });
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
  const { before } = draft;
  if (before === undefined || namedByCall(before.user_rule)) return assignOwner(factsOf(draft, around, settings));
  const stored = { user_id: before.user_id, rule: before.user_rule, steps: before.assignment };
  if (before.user_rule === 'person') return stored;
  const named = assignOwner(namedOwnerFacts(draft, around, settings));
  return named.user_id === null ? stored : named;
}

function factsOf(draft: LinkedDraft, around: Surroundings, settings: CallSettings): AssignmentFacts {
  return {
    ...namedOwnerFacts(draft, around, settings),
    earlierOwner: earlierOwner(draft),
    fallback: around.agents.fallback,
  };
}

function earlierOwner({ call, lead, earlier_owner }: LinkedDraft): number | undefined {
  if (lead === undefined || lead.owner_call_id === call.call_id || !lead.owner_active) return earlier_owner;
  return lead.user_id ?? earlier_owner;
}

function unnamed({ rule }: Assignment): boolean {
  return rule === 'fallback' || rule === 'nobody';
}

function keeps({ before }: LinkedDraft, assignment: Assignment): boolean {
  return before !== undefined && assignment.steps === before.assignment;
}
