import { normalisePhoneNumber } from '../models/phone-number.ts';
import { LONGEST_VALUE } from './clean-text.ts';
import type { PartyFields } from './families.ts';
import { type FieldName, type Fields, firstOf, hasField } from './fields.ts';

/** An E.164 number has 16 characters; blanks and brackets may stand between them. The columns are indexed. */
const LONGEST_NUMBER = 40;
const LONGEST_NAME = 200;
const CALLER_NAME: readonly FieldName[] = ['callername', 'customername'];
/** What exchanges write where they have no name. */
const NO_NAME = /^(?:unknown|anonymous|private|withheld|restricted|unavailable|no name)(?: (?:caller|number))?$/i;

export type Parties = {
  /** As MCUBE wrote it; null when withheld, and null when MCUBE sent no such field. */
  phone_number: string | null;
  phone_sanitized: string | null;
  hasCustomerField: boolean;
  /** Something stands there that is nobody's number: "anonymous", "0". */
  isWithheld: boolean;
  virtual_number: string | null;
  agent_phone: string | null;
};

/** Who called whom over which number. */
export function readParties(fields: Fields, keys: PartyFields, region: string): Parties {
  // Not cut before it is read: the beginning of a longer text could be somebody else's number.
  const customer = firstOf(fields, keys.customer, LONGEST_VALUE);
  const phone_sanitized = normalisePhoneNumber(customer, region);
  return {
    phone_number: phone_sanitized === null ? null : cut(customer),
    phone_sanitized,
    hasCustomerField: keys.customer.some((name) => hasField(fields, name)),
    isWithheld: customer !== null && phone_sanitized === null,
    virtual_number: ownNumber(fields, keys.virtualNumber),
    agent_phone: ownNumber(fields, keys.agent),
  };
}

/** The caller's name where MCUBE knows one: often the number stands there, or a word for not knowing. */
export function readCallerName(fields: Fields): string | null {
  const name = firstOf(fields, CALLER_NAME, LONGEST_NAME);
  return name !== null && /\p{L}/u.test(name) && !NO_NAME.test(name) ? name : null;
}

function cut(number: string | null): string | null {
  return number?.slice(0, LONGEST_NUMBER).toWellFormed() ?? null;
}

/** The first that is one: zeros stand for no number, and no number must match anybody. */
function ownNumber(fields: Fields, names: readonly FieldName[]): string | null {
  for (const name of names) {
    const number = firstOf(fields, [name], LONGEST_NUMBER);
    if (number !== null && !/^[0+\s-]*$/.test(number)) return number;
  }
  return null;
}
