import { hash } from 'node:crypto';
import { normalisePhoneNumber } from '../models/phone-number.ts';
import { canonicalKey } from './canonical-key.ts';
import { type Fields, field, readText } from './fields.ts';
import type { Payload } from './payload.ts';

const LONGEST = 100;

/** MCUBE's own id of a call, or null. Zeros are none: they would make one call of all that have them. */
export function givenCallId(fields: Fields): string | null {
  const given = field(fields, 'callid') ?? field(fields, 'calid');
  const text = given?.replace(/[\p{Cc}\p{Cs}]+/gu, '').trim() ?? '';
  if (/^0*$/.test(text)) return null;
  return text.length <= LONGEST ? text : shorten(text);
}

/** Two long ids that begin alike stay two. */
function shorten(text: string): string {
  return `${text.slice(0, LONGEST - 33).toWellFormed()}-${hash('sha256', text, 'hex').slice(0, 32)}`;
}

type CallFacts = {
  direction: string;
  phone_sanitized: string | null;
  virtual_number: string | null;
  start: Date | null;
};

/**
 * The key of a call without an id, from what all its events agree on: a repeat, and On Call and On Hangup, are the same call.
 * The agent is not among it, since hunting changes agents. Without a start time nothing but equal events can be one call.
 */
export function derivedCallId(facts: CallFacts, payload: Payload, region: string): string {
  const { direction, phone_sanitized, virtual_number, start } = facts;
  const stable = [direction, phone_sanitized, normalisePhoneNumber(virtual_number, region)];
  const moment = start === null ? allFacts(payload) : start.toISOString();
  return `derived-${hash('sha256', JSON.stringify([...stable, moment]), 'hex').slice(0, 24)}`;
}

/** Everything the payload says, in an order of its own. */
function allFacts(payload: Payload): string[] {
  return Object.keys(payload)
    .map((key) => `${canonicalKey(key)}=${readText(payload[key]) ?? ''}`)
    .filter((fact) => !fact.endsWith('='))
    .sort();
}
