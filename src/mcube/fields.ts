import { canonicalKey } from './canonical-key.ts';
import type { Payload } from './payload.ts';
import { remember } from './remember.ts';

/** Every key that is read, in its canonical spelling. */
const NAMES = [
  ...['callid', 'calid', 'refid', 'direction', 'calltype', 'calldirection', 'dialstatus', 'callstatus', 'status'],
  ...['callto', 'callfrom', 'customer', 'custnumber', 'customernumber', 'fromnumber', 'tonumber'],
  ...[
    'empphone',
    'empnumber',
    'agentphone',
    'exenumber',
    'executive',
    'clicktocalldid',
    'landingnumber',
    'did',
    'virtualnumber',
  ],
  ...['agentname', 'assignto', 'eid', 'empname', 'executivename', 'empemail', 'agentemail', 'executiveemail'],
  ...[
    'callername',
    'customername',
    'groupname',
    'gid',
    'starttime',
    'calldate',
    'endtime',
    'enddate',
    'answeredtime',
    'duration',
  ],
  ...['disconnectedby', 'filename', 'recordingurl', 'recording', 'recordingfile'],
] as const;

export type FieldName = (typeof NAMES)[number];

/**
 * A payload's values as text, by place in NAMES: null where the key is there and says nothing, undefined where it is not.
 * A list by place, since a Map took half as long again as parsing the JSON.
 */
export type Fields = readonly (string | null | undefined)[];

const NOTHING: Fields = NAMES.map(() => undefined);
const places = new Map<string, number>(NAMES.map((name, place) => [name, place]));
const placeOf = remember((key) => places.get(canonicalKey(key)) ?? -1);

export function readFields(payload: Payload): Fields {
  const fields = NOTHING.slice();
  for (const key of Object.keys(payload)) {
    const place = placeOf(key);
    // Of two spellings of one key the first that says something counts.
    if (place !== -1) fields[place] ??= readText(payload[key]);
  }
  return fields;
}

export function field(fields: Fields, name: FieldName): string | null {
  return fields[places.get(name) ?? -1] ?? null;
}

/** Whether the key is there, be it empty. */
export function hasField(fields: Fields, name: FieldName): boolean {
  return fields[places.get(name) ?? -1] !== undefined;
}

/** The first of these fields that says something, at most that long: a cut keeps one wild value from failing a batch. */
export function firstOf(fields: Fields, names: readonly FieldName[], longest: number): string | null {
  for (const name of names) {
    const text = field(fields, name);
    if (text !== null) return text.length > longest ? text.slice(0, longest).toWellFormed() : text;
  }
  return null;
}

const EMPTY = new Set(['', '-', 'na', 'n/a', 'null', 'none', 'undefined']);

/** A scalar as text, a list of one as what it holds; null for what MCUBE writes where it has nothing to say. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // Relays that read a form into JSON make a list of every value.
  if (Array.isArray(value) && value.length === 1) return readText(value[0]);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return (text.length <= 4 || text.length === 9) && EMPTY.has(text.toLowerCase()) ? null : text;
}
