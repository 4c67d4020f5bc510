import { type RawBuilder, sql } from 'kysely';
import type { Condition, ListField, Value } from './list.ts';
import { numberPattern, searchPattern } from './search-pattern.ts';

/** A filter by a number that is stored as MCUBE spells it: in full in any spelling, or by a part of it. */
export function numberLike(column: RawBuilder<unknown>) {
  return {
    kind: 'phone',
    column,
    nullable: true,
    equals: (number: unknown) => isLike(column, String(number)),
  } as const;
}

/** A filter by an agent: a part of the name or the e-mail, or the phone as above. */
export function agentLike(table: string): ListField {
  const [name, email, phone] = ['agent_name', 'agent_email', 'agent_phone'].map((field) =>
    sql.ref(`${table}.${field}`),
  );
  return {
    kind: 'phone',
    column: sql`${name}`,
    nullable: true,
    equals: (words: Exclude<Value, null>) => {
      const pattern = searchPattern(String(words));
      return sql`(lower(${name}) like ${pattern} or lower(${email}) like ${pattern} or ${isLike(sql`${phone}`, String(words))})`;
    },
  };
}

/** The shortest number that is taken for one without its country's code; a shorter one would be the end of many. */
const SHORTEST = 7;

function isLike(column: RawBuilder<unknown>, given: string): Condition {
  const digits = sql`ltrim(regexp_replace(${column}, '[^0-9]', '', 'g'), '0')`;
  // Normalised, so it is a whole one: the stored one is it, with or without the country's code.
  if (given.startsWith('+')) return sql`(length(${digits}) >= ${SHORTEST} and ${given.slice(1)} like '%' || ${digits})`;
  return sql`coalesce(${digits} like ${numberPattern(given)}, false)`;
}
