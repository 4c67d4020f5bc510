import parsePhoneNumber, { isSupportedCountry } from 'libphonenumber-js/min';

/** An Indian number as callers, CRMs and exchanges write it: ten digits behind any of "", 0, 91, +91, 091, 0091, +91 0. */
const INDIAN = /^(?:(?:\+|00?)?91)?0?[1-9]\d{9}$/;
/** Ten digits, or the eleven of a toll-free number (1800, 1860, 1600); the library's small metadata takes foreign ones too. */
const INDIAN_NATIONAL = /^(?:[1-9]\d{9}|1[68][06]0\d{7})$/;
/** White space, dashes, dots, brackets, and the invisible marks that come along when a number is copied from a chat. */
const SEPARATORS = /[\s.()[\]{}_\-\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
/** Digits of Arabic, whose zeros begin a row of sixteen, and of India's scripts, whose zeros stand at its sixth place. */
const OTHER_DIGITS =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f]/g;
const SCHEME = /^(?:(?:tel|sips?|callto):(?:\/\/)?)+/i;
/** Below this a number names nobody: extensions, "0", "-1" (fact sheet, section 2). */
const FEWEST_DIGITS = 6;
/** A number has at most 15 digits (E.164); the rest leaves room for text around it. The column is indexed, so it is bounded. */
const LONGEST = 40;

/**
 * The one spelling of a phone number: E.164 for what can be a number of the region or names its country, anything else as
 * given without separators (short and foreign numbers are never cut to a national one), null for a withheld caller.
 */
export function normalisePhoneNumber(given: string | null, region: string): string | null {
  if (given === null) return null;
  if (region === 'IN' && INDIAN.test(given)) return `+91${given.slice(-10)}`;
  const bare = bareNumber(given);
  if (region === 'IN' && INDIAN.test(bare)) return `+91${bare.slice(-10)}`;
  if (isWithheld(bare)) return null;
  return readE164(bare, region) ?? (bare.length <= LONGEST ? bare : null);
}

/** The numbers of a field that holds several, as upgraded Odoo databases do ("phone | mobile"). */
export function splitPhoneNumbers(text: string | null): string[] {
  if (text === null) return [];
  return text
    .split(/[|/,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function bareNumber(given: string): string {
  // NFKC makes plain digits and a plain + of full-width ones.
  const text = given.normalize('NFKC').replace(OTHER_DIGITS, plainDigit).replace(SEPARATORS, '').replace(SCHEME, '');
  // What follows ; or @ is a parameter or a host, as in tel:…;ext=5 and sip:…@example.com.
  const end = text.search(/[;@]/);
  return end === -1 ? text : text.slice(0, end);
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code % 16) - (code < 0x0966 ? 0 : 6));
}

/** Words such as "anonymous" have no digits, so one rule serves them all. */
function isWithheld(bare: string): boolean {
  const digits = bare.replace(/\D/g, '');
  return digits.length < FEWEST_DIGITS || /^0+$/.test(digits);
}

function readE164(bare: string, region: string): string | null {
  const text = bare.startsWith('00') ? `+${bare.slice(2)}` : bare;
  const parsed = isSupportedCountry(region) ? parsePhoneNumber(text, region) : parsePhoneNumber(text);
  if (parsed === undefined) return null;
  if (!(text.startsWith('+') ? parsed.isPossible() : isNationalNumber(parsed, region))) return null;
  // Rarely a second reading takes another trunk zero off; such a number is no number, and is kept as given.
  return parsed.isValid() || parsePhoneNumber(parsed.number)?.number === parsed.number ? parsed.number : null;
}

/** Without a country code the number must be one of the region: a foreign one may have a possible length here by accident. */
function isNationalNumber(parsed: { nationalNumber: string; isValid(): boolean }, region: string): boolean {
  return region === 'IN' ? INDIAN_NATIONAL.test(parsed.nationalNumber) : parsed.isValid();
}
