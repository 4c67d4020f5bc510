import { parse } from 'node:querystring';
import { parseJson } from './parse-json.ts';

/** As many as a payload may have keys (clean-payload.ts). */
const MOST_FIELDS = 200;

export type Form = Readonly<Record<string, unknown>>;

/** The fields of a form or a query. Of a name that occurs twice the last counts, as in PHP, for which MCUBE writes; an empty one does not. */
export function parseForm(text: string): Form {
  return readFields(
    Object.entries(parse(text, '&', '=', { maxKeys: MOST_FIELDS })).map(([name, value]) => [
      name,
      Array.isArray(value) ? (value.findLast((one) => one.trim() !== '') ?? '') : value,
    ]),
  );
}

/** Fields of any kind of form. `data[callid]` is PHP's spelling of a field inside `data`. */
export function readFields(entries: readonly (readonly [name: string, value: unknown])[]): Form {
  const [first] = entries;
  // Some clients send JSON as a form's only name.
  if (first !== undefined && entries.length === 1 && first[1] === '' && /^[[{]/.test(first[0])) {
    return { data: parseJson(first[0]) ?? first[0] };
  }
  return Object.fromEntries(
    entries.map(([name, value]) => [name.replace(/^(?:data|payload)\[([^[\]]+)\]$/, '$1'), value]),
  );
}
