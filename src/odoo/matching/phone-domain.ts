import type { OdooAbout } from '../../db/odoo-tables.ts';
import { normalisePhoneNumber, splitPhoneNumbers } from '../../models/phone-number.ts';
import { type OdooRow, textOf } from '../transport/read-rows.ts';

/**
 * A domain of Odoo's that holds for every record one of these numbers reaches, and for some more: how far Odoo understands
 * numbers depends on its version and set-up (measured: all eight spellings of a number only by both ways together), so
 * whoever asks looks at the numbers that come back.
 */
export function phoneDomain(numbers: readonly string[]): unknown[] {
  return anyOf([
    ['phone_sanitized', 'in', numbers],
    ...numbers.map((number) => ['phone_mobile_search', 'ilike', lastDigits(number)]),
  ]);
}

/** The same where Odoo has no means of its own: the digits in their order, whatever stands between them. */
export function spelledDomain(numbers: readonly string[], { mobile }: Pick<OdooAbout, 'mobile'>): unknown[] {
  const fields = mobile ? ['phone', 'mobile'] : ['phone'];
  const patterns = numbers.map((number) => [...lastDigits(number)].join('%'));
  return anyOf(fields.flatMap((field) => patterns.map((pattern) => [field, 'ilike', pattern])));
}

function anyOf(terms: readonly unknown[]): unknown[] {
  return [...Array(terms.length - 1).fill('|'), ...terms];
}

/** How numbers are told apart in India; a shorter one is searched as it is. */
function lastDigits(number: string): string {
  return number.replace(/\D/g, '').slice(-10);
}

/** Odoo refuses to search for less than three digits; ours have six at least. */
export function isSearchable(number: string): boolean {
  return number.replace(/\D/g, '').length >= 6;
}

export function phoneFields({ mobile }: Pick<OdooAbout, 'mobile'>): string[] {
  return mobile ? ['phone', 'mobile'] : ['phone'];
}

/** The numbers of a record, normalised; an upgraded database may hold several in one field. */
export function numbersOf(row: OdooRow, region: string): Set<string> {
  const typed = [row.phone, row.mobile].flatMap((field) => splitPhoneNumbers(textOf(field)));
  return new Set(typed.flatMap((number) => normalisePhoneNumber(number, region) ?? []));
}
