import { LONGEST_VALUE } from './clean-text.ts';
import { directionOf, familyOf, partyFields } from './families.ts';
import { firstOf, readFields } from './fields.ts';
import type { Payload } from './payload.ts';
import { type ReadingFacts, readCallEvent } from './read-call-event.ts';

/** Withheld in no region, whatever spelling it turns out to have. */
const CERTAIN_NUMBER = /^\+?[1-9]\d{9,14}$/;

/** Why a payload cannot be a call, or null: what readCallEvent would say, for a third of its time, since accepting asks no more. */
export function refusalOf(payload: Payload, facts: ReadingFacts): string | null {
  const fields = readFields(payload);
  const family = familyOf(fields);
  const { customer } = partyFields(fields, family, directionOf(fields, family));
  const number = firstOf(fields, customer, LONGEST_VALUE) ?? '';
  if (CERTAIN_NUMBER.test(number)) return null;
  const reading = readCallEvent(payload, facts);
  return reading.kind === 'call' ? null : reading.message;
}
