/** The rules by which a call finds its owner, in their order; 'person' when somebody chose by hand. */
export type UserRule =
  | 'virtual_number'
  | 'agent_phone'
  | 'agent_email'
  | 'earlier_owner'
  | 'team_rotation'
  | 'fallback'
  | 'nobody'
  | 'person';

/** What is known about whom a call may belong to. Users are ids of active internal users, lowest first. */
export type AssignmentFacts = {
  /** Users who hold the called virtual number; undefined when the call names none. */
  byVirtualNumber: readonly number[] | undefined;
  byAgentPhone: readonly number[] | undefined;
  byAgentEmail: readonly number[] | undefined;
  /** Owner of the customer's open lead, else of the latest closed one; undefined when there is none. */
  earlierOwner: number | undefined;
  /** The team member whose turn it is; undefined until a turn was taken, null when the team has no members. */
  turn: number | null | undefined;
  fallback: number | undefined;
};

export type Assignment = { user_id: number | null; rule: UserRule; steps: readonly Step[] };

/** One rule that was tried, and what it said; kept with the call so that "why did he get it?" has an answer. */
export type Step = {
  rule: UserRule;
  said: 'not_given' | 'nobody' | 'chosen';
  user_id?: number;
  among?: readonly number[];
};

/**
 * Who gets the call: a pure function of the facts. A number that nobody holds, or that the call does not name, matches
 * nobody. Where several hold one virtual number, the one who answered is taken, else the one with the lowest id.
 */
export function assignOwner(facts: AssignmentFacts): Assignment {
  const answering = [...(facts.byAgentPhone ?? []), ...(facts.byAgentEmail ?? [])];
  const tried: [UserRule, readonly number[] | undefined][] = [
    ['virtual_number', answeringFirst(facts.byVirtualNumber, answering)],
    ['agent_phone', facts.byAgentPhone],
    ['agent_email', facts.byAgentEmail],
    ['earlier_owner', listOf(facts.earlierOwner)],
    ['team_rotation', facts.turn === null ? [] : listOf(facts.turn)],
    ['fallback', listOf(facts.fallback)],
  ];
  const steps: Step[] = [];
  for (const [rule, users] of tried) {
    const [first] = users ?? [];
    if (first === undefined) {
      steps.push({ rule, said: users === undefined ? 'not_given' : 'nobody' });
      continue;
    }
    steps.push({
      rule,
      said: 'chosen',
      user_id: first,
      ...(users !== undefined && users.length > 1 && { among: users }),
    });
    return { user_id: first, rule, steps };
  }
  return { user_id: null, rule: 'nobody', steps };
}

/** Rules that follow from what the call itself names: they are asked again whenever the call learns more. */
export function namedByCall(rule: UserRule): boolean {
  return rule === 'virtual_number' || rule === 'agent_phone' || rule === 'agent_email';
}

function answeringFirst(
  holders: readonly number[] | undefined,
  answering: readonly number[],
): readonly number[] | undefined {
  if (holders === undefined || holders.length < 2) return holders;
  return [...holders].sort(
    (one, other) => Number(answering.includes(other)) - Number(answering.includes(one)) || one - other,
  );
}

function listOf(user: number | undefined): readonly number[] | undefined {
  return user === undefined ? undefined : [user];
}
