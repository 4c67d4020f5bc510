import type { CallEvent, Family } from '../models/call-event.ts';
import { type FieldName, type Fields, field, hasField } from './fields.ts';

type Direction = CallEvent['direction'];
/** Which fields hold whom, best first. */
export type PartyFields = Readonly<Record<'customer' | 'agent' | 'virtualNumber', readonly FieldName[]>>;

/** The same key, callto, is the customer here and the agent in Classic. */
const CLOUD: PartyFields = {
  customer: ['callto', 'custnumber', 'customernumber'],
  agent: ['empphone', 'agentphone', 'exenumber'],
  virtualNumber: ['clicktocalldid', 'did', 'virtualnumber'],
};
const CLASSIC: PartyFields = {
  customer: ['callfrom', 'customer'],
  agent: ['empnumber', 'callto', 'executive'],
  virtualNumber: ['landingnumber', 'did'],
};
/** A call that the agent dialled, if Classic reports one so: the customer is at the other end. */
const CLASSIC_DIALLED: PartyFields = { ...CLASSIC, customer: ['callto', 'customer'], agent: ['empnumber', 'callfrom'] };
const CLASSIC_OUTBOUND: PartyFields = {
  customer: ['customer', 'custnumber', 'customernumber'],
  agent: ['executive', 'empnumber', 'exenumber'],
  virtualNumber: ['landingnumber', 'did'],
};
const VOICEBOT_INBOUND: PartyFields = { customer: ['fromnumber'], agent: ['empphone'], virtualNumber: ['tonumber'] };
/** fromNumber holds either the agent or the DID, and nothing tells which: it stands for both. */
const VOICEBOT_OUTBOUND: PartyFields = {
  customer: ['tonumber'],
  agent: ['empphone', 'fromnumber'],
  virtualNumber: ['did', 'fromnumber'],
};

const ALL = [CLOUD, CLASSIC, CLASSIC_OUTBOUND, VOICEBOT_INBOUND, VOICEBOT_OUTBOUND];
/** Every key that may hold the customer's number. */
export const CUSTOMER_KEYS: ReadonlySet<string> = new Set(ALL.flatMap((fields) => fields.customer));
/** Every key by which a payload shows that it is about a call. */
export const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...ALL.flatMap((fields) => [...fields.customer, ...fields.agent, ...fields.virtualNumber]),
  ...['callid', 'calid', 'dialstatus', 'starttime', 'endtime', 'filename', 'answeredtime'],
]);

/** Which of MCUBE's products sent the fields: they are told apart by their keys (fact sheet, section 1). */
export function familyOf(fields: Fields): Family {
  // Cloud's own keys, filled in, outweigh empty ones of the other product.
  const isCloud = isGiven(fields, 'clicktocalldid') || (isGiven(fields, 'empphone') && isGiven(fields, 'callto'));
  const isPresent = isCloud ? isGiven : hasField;
  if (isPresent(fields, 'callfrom') || isPresent(fields, 'landingnumber') || isPresent(fields, 'empnumber'))
    return 'classic';
  if (isCloud) return 'cloud';
  if (hasField(fields, 'executive') || hasField(fields, 'customer')) return 'classic_outbound';
  return hasField(fields, 'fromnumber') || hasField(fields, 'tonumber') ? 'voicebot' : 'cloud';
}

/** As MCUBE says it, in any case; null when it does not, or in no word that is known. */
export function givenDirection(fields: Fields): Direction | null {
  const word = field(fields, 'direction') ?? field(fields, 'calltype') ?? field(fields, 'calldirection') ?? '';
  if (/^in/i.test(word)) return 'inbound';
  return /^out/i.test(word) ? 'outbound' : null;
}

/** Inbound unless the word or the family says otherwise. */
export function directionOf(fields: Fields, family: Family): Direction {
  return givenDirection(fields) ?? (family === 'classic_outbound' ? 'outbound' : 'inbound');
}

export function partyFields(fields: Fields, family: Family, direction: Direction): PartyFields {
  if (family === 'cloud') return CLOUD;
  if (family === 'classic_outbound') return CLASSIC_OUTBOUND;
  if (family === 'voicebot') return direction === 'inbound' ? VOICEBOT_INBOUND : VOICEBOT_OUTBOUND;
  // The fact sheet has no such sample; only the agent's own number as the caller proves it.
  return direction === 'outbound' && isAgentCalling(fields) ? CLASSIC_DIALLED : CLASSIC;
}

function isGiven(fields: Fields, name: FieldName): boolean {
  return field(fields, name) !== null;
}

/** Compared by the last ten digits: what they have besides is a prefix. */
function isAgentCalling(fields: Fields): boolean {
  const digits = (name: FieldName) => (field(fields, name) ?? '').replace(/\D/g, '').slice(-10);
  return digits('callfrom') !== '' && digits('callfrom') === digits('empnumber');
}
