import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, chooseLead } from './lead-matching.ts';

const lead = (id: number, fields: Partial<Candidate> = {}): Candidate => ({
  ...{ id, user_id: 1, is_open: true, owner_active: true, owner_team_id: null, owner_call_id: null, chosen_at: null },
  ...fields,
});
const CLOSED = { is_open: false };
const UNOWNED = { user_id: null, owner_active: false };
const CHOSEN = { chosen_at: new Date('2026-08-01') };
const LEFT = { user_id: 2, owner_active: false };

test.each<[string, Candidate[], number | undefined, number | undefined]>([
  ['nobody', [], undefined, undefined],
  ['the only one', [lead(1)], 1, 1],
  ['open before closed', [lead(1), lead(2, CLOSED)], 1, 1],
  ['owned before unowned', [lead(1), lead(2, UNOWNED)], 1, 1],
  ['an owner who left counts as none', [lead(1), lead(2, LEFT)], 1, 1],
  ['what a person chose before all that nobody chose', [lead(1, { ...UNOWNED, ...CHOSEN }), lead(2)], 1, 2],
  ['what was chosen last', [lead(1, { chosen_at: new Date('2026-08-02') }), lead(2, CHOSEN)], 1, 1],
  ['not a closed one, though it was chosen', [lead(1, { ...CLOSED, ...CHOSEN }), lead(2)], 2, 2],
  ['the newest of equals', [lead(1), lead(2)], 2, 2],
  ['a closed one never takes a call, but its owner is remembered', [lead(1, CLOSED)], undefined, 1],
  [
    'an open one without an owner takes the call, the closed one tells the owner',
    [lead(1, CLOSED), lead(2, UNOWNED)],
    2,
    1,
  ],
])('%s', (_, candidates, chosen, ownedBefore) => {
  const match = chooseLead(candidates);
  expect([match.lead?.id, match.owned_before?.id]).toEqual([chosen, ownedBefore]);
});

test('the other open leads are told, the nearest first', () => {
  expect(chooseLead([lead(1), lead(2, CLOSED), lead(3), lead(4, UNOWNED)]).others).toEqual([1, 4]);
  expect(chooseLead([lead(1), lead(2, CLOSED)]).others).toBeNull();
});

test('the choice does not depend on the order in which the leads were found', () => {
  const one = fc.record({ is_open: fc.boolean(), owner_active: fc.boolean(), user_id: fc.constantFrom(null, 1, 2) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), fc.nat(), (fields, rotation) => {
      const leads = fields.map((field, place) => lead(place + 1, field));
      const at = rotation % (leads.length + 1);
      expect(chooseLead([...leads.slice(at), ...leads.slice(0, at)].reverse())).toEqual(chooseLead(leads));
    }),
  );
});
