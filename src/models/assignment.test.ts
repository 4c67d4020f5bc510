import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssignmentFacts, assignOwner, formatSteps, parseSteps, restate, type Step } from './assignment.ts';

const NOBODY: AssignmentFacts = {
  ...{ byVirtualNumber: undefined, byAgentPhone: undefined, byAgentEmail: undefined },
  ...{ earlierOwner: undefined, turn: undefined, fallback: undefined },
};

test.each<[string, Partial<AssignmentFacts>, number | null, string]>([
  [
    'the virtual number comes first',
    { byVirtualNumber: [1], byAgentPhone: [2], byAgentEmail: [3], fallback: 9 },
    1,
    'virtual_number',
  ],
  ['then the phone', { byVirtualNumber: [], byAgentPhone: [2], byAgentEmail: [3], fallback: 9 }, 2, 'agent_phone'],
  ['then the e-mail', { byAgentPhone: [], byAgentEmail: [3], earlierOwner: 4, fallback: 9 }, 3, 'agent_email'],
  ['then the earlier owner', { byAgentEmail: [], earlierOwner: 4, turn: 5, fallback: 9 }, 4, 'earlier_owner'],
  ['then whose turn it is', { turn: 5, fallback: 9 }, 5, 'team_rotation'],
  ['then the fallback', { turn: null, fallback: 9 }, 9, 'fallback'],
  ['and without one nobody', { turn: null }, null, 'nobody'],
])('%s', (_, facts, user_id, rule) => {
  expect(assignOwner({ ...NOBODY, ...facts })).toMatchObject({ user_id, rule });
});

test('of several holders of a virtual number the one who answered is taken, else the lowest id', () => {
  const shared = { ...NOBODY, byVirtualNumber: [3, 5, 8] };
  expect(assignOwner({ ...shared, byAgentPhone: [8] }).user_id).toBe(8);
  expect(assignOwner({ ...shared, byAgentEmail: [5] }).user_id).toBe(5);
  expect(assignOwner({ ...shared, byAgentPhone: [1] }).user_id).toBe(3);
  expect(assignOwner({ ...shared, byVirtualNumber: [8, 5, 3] }).user_id).toBe(3);
});

test('what was tried is kept as text that reads back the same', () => {
  const step = fc.oneof(
    fc.record({ rule: rule(), said: fc.constantFrom('nobody' as const, 'not_given' as const) }),
    fc.record({ rule: rule(), said: fc.constant('chosen' as const), user_id: fc.nat() }),
    fc.record({
      rule: rule(),
      said: fc.constant('chosen' as const),
      user_id: fc.nat(),
      among: fc.array(fc.nat(), { minLength: 1 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps: Step[]) => {
      expect(parseSteps(formatSteps(steps))).toEqual(steps);
    }),
  );
});

test('a decision that stands is told with what the call names by now', () => {
  const stored = assignOwner({ ...NOBODY, turn: 5 });
  const named = assignOwner({ ...NOBODY, byVirtualNumber: [], byAgentPhone: [] });
  expect(restate(stored, named)).toEqual(assignOwner({ ...NOBODY, byVirtualNumber: [], byAgentPhone: [], turn: 5 }));
});

function rule() {
  return fc.constantFrom(
    'virtual_number' as const,
    'agent_phone' as const,
    'team_rotation' as const,
    'person' as const,
  );
}
