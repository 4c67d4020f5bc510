import { sql } from 'kysely';
import type { Search } from './list.ts';

/** The words as a pattern for LIKE on lower-case text; what they hold of wildcards stands for itself. */
export function searchPattern(words: string): string {
  return `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * The words as a pattern for a part of a stored number, however they are spaced; null where they are something else, or too
 * few digits for an index. Zeros in front are how one dials, and in no stored number.
 */
export function numberPattern(words: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(words)) return null;
  const digits = words.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < 3 ? null : `%${digits}%`;
}

/** A search looks at so many leads whose number is like it. */
const MOST_LEADS = 1_000;

/** The leads that a number reaches, or that have one of which it is a part: a select of their ids. */
export function leadsByNumber({ words, phone }: Search) {
  const exactly = sql`select lead_id from phone_number where phone_number.phone_sanitized in (${phone}, ${words})`;
  const pattern = numberPattern(words);
  if (pattern === null) return exactly;
  return sql`${exactly} union all (select lead_id from phone_number where phone_number.phone_sanitized like ${pattern}
    order by id desc limit ${MOST_LEADS})`;
}
