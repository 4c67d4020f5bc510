import { canonicalKey } from './canonical-key.ts';
import { cleanPayload } from './clean-payload.ts';
import { CUSTOMER_KEYS } from './families.ts';
import { readText } from './fields.ts';
import { parseJson } from './parse-json.ts';
import type { Decoded, Payload } from './payload.ts';

const MOST_EVENTS = 1_000;
const MOST_WRAPPERS = 2;
/** Two wrappers, and around each of the three objects a list of one and a JSON text. */
const MOST_STEPS = 11;

/** The event, or the list of events, inside whatever MCUBE or a relay put around it; `plain` as for cleanPayload. */
export function unwrap(given: unknown, plain = false): Decoded {
  const content = peel(given);
  if (content === undefined) return { kind: 'unreadable', message: 'Invalid JSON data' };
  if (!isList(content)) {
    const payload = cleanPayload(content, plain);
    // Who sends a list is told how many were in it, be it one.
    return isList(given) ? { kind: 'bulk', payloads: [payload] } : { kind: 'one', payload };
  }
  if (content.length === 0) return { kind: 'unreadable', message: 'The list holds no events' };
  if (content.length > MOST_EVENTS) return { kind: 'unreadable', message: 'A list may hold at most 1,000 events' };
  return { kind: 'bulk', payloads: content.map((item) => readItem(item, plain)) };
}

/** What is no object keeps its place in the list as an empty payload, so that it can be named by number. */
function readItem(item: unknown, plain: boolean): Payload {
  const content = peel(item);
  return content === undefined || isList(content) ? {} : cleanPayload(content, plain);
}

/** Takes off JSON texts, lists of one and wrappers until an object or a list remains; undefined when neither does. */
function peel(given: unknown): Payload | readonly unknown[] | undefined {
  let content = given;
  let wrappers = 0;
  let wrapperId: unknown;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (typeof content === 'string') content = parseJson(content);
    else if (isList(content)) {
      if (content.length !== 1) return content;
      content = content[0];
    } else if (isObject(content)) {
      const inside = wrappers < MOST_WRAPPERS ? insideOf(content) : undefined;
      if (inside === undefined) return withCallId(content, wrapperId);
      wrapperId = callIdOf(content) ?? wrapperId;
      content = inside;
      wrappers++;
    } else return undefined;
  }
  return isObject(content) ? withCallId(content, wrapperId) : undefined;
}

/** The event with the call id that stands beside it in its wrapper, unless it has one itself. */
function withCallId(event: Payload, wrapperId: unknown): Payload {
  return wrapperId === undefined || callIdOf(event) !== undefined ? event : { ...event, callid: wrapperId };
}

function callIdOf(object: Payload): unknown {
  const key = Object.keys(object).find((name) => isCallIdKey(canonicalKey(name)) && readText(object[name]) !== null);
  return key === undefined ? undefined : object[key];
}

function isCallIdKey(name: string): boolean {
  return name === 'callid' || name === 'calid';
}

/** What a wrapper holds, or undefined for an event: that has a customer's number, and may have a field named data as well. */
function insideOf(object: Payload): unknown {
  let inside: unknown;
  for (const key in object) {
    const name = canonicalKey(key);
    if (CUSTOMER_KEYS.has(name)) return undefined;
    if (name === 'data' || name === 'payload') inside = holdsSomething(object[key]) ? object[key] : inside;
  }
  return inside;
}

function holdsSomething(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value !== null;
}

function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
