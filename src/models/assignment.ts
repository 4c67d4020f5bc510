/** The rules by which a call finds its owner, in their order; 'person' when somebody chose by hand. */
export type UserRule = (typeof RULES)[number];

const RULES = [
  'virtual_number',
  'agent_phone',
  'agent_email',
  'earlier_owner',
  'team_rotation',
  'fallback',
  'nobody',
  'person',
] as const;

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

/** `steps` in the form of {@link formatSteps}. */
export type Assignment = { user_id: number | null; rule: UserRule; steps: string };

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
    return { user_id: first, rule, steps: formatSteps(steps) };
  }
  return { user_id: null, rule: 'nobody', steps: formatSteps(steps) };
}

/** Steps as the call record keeps them: "virtual_number:nobody agent_phone:7/7,12"; as JSON they would double the record. */
export function formatSteps(steps: readonly Step[]): string {
  return steps
    .map(
      ({ rule, said, user_id, among }) =>
        `${rule}:${user_id ?? said}${among === undefined ? '' : `/${among.join(',')}`}`,
    )
    .join(' ');
}

/** The inverse of {@link formatSteps}. */
export function parseSteps(text: string): Step[] {
  return [...text.matchAll(/([a-z_]+):(?:(nobody|not_given)|(\d+)(?:\/([\d,]+))?)/g)].flatMap(stepOf);
}

function stepOf([, word, said, user, among]: RegExpExecArray): Step[] {
  const rule = RULES.find((candidate) => candidate === word);
  if (rule === undefined) return [];
  if (user === undefined) return [{ rule, said: said === 'nobody' ? 'nobody' : 'not_given' }];
  const step: Step = { rule, said: 'chosen', user_id: Number(user) };
  return [among === undefined ? step : { ...step, among: among.split(',').map(Number) }];
}

/** Rules that follow from what the call itself names: they are asked again whenever the call learns more. */
export function namedByCall(rule: UserRule): boolean {
  return rule === 'virtual_number' || rule === 'agent_phone' || rule === 'agent_email';
}

/** A decision that stands, told with what the call names by now: the reasons must not depend on the order of events. */
export function restate(standing: Assignment, named: Assignment): Assignment {
  const steps = [...named.steps.split(' ').slice(0, NAMING_RULES), ...standing.steps.split(' ').slice(NAMING_RULES)];
  return { ...standing, steps: steps.join(' ') };
}

const NAMING_RULES = RULES.filter(namedByCall).length;

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
