import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import type { Filter, ListDefinition, ListField, ListQuery, Operator, Sort, Value } from '../models/list.ts';
import { normalisePhoneNumber } from '../models/phone-number.ts';
import { MOST, USUAL } from './list-parameters.ts';

/** Reads the query of a list: page, order, search, and filters by any of its fields. */
export function readListQuery(query: unknown, list: ListDefinition, region: string): ListQuery {
  const { limit, page, sort, q, ...filters } = parametersOf(query);
  const size = wholeNumber('limit', limit, USUAL, MOST);
  const words = q?.[0]?.trim() ?? '';
  return {
    limit: size,
    offset: (wholeNumber('page', page, 1, MOST_PAGES) - 1) * size,
    sort: readSort(sort, list),
    search: words === '' ? undefined : { words, phone: normalisePhoneNumber(withPlus(words), region) },
    filters: Object.entries(filters).map(([name, values]) => readFilter(name, values, list, region)),
  };
}

/** The same for its groups, and by what they are formed; their order is given. */
export function readGroupQuery(query: unknown, list: ListDefinition, region: string): ListQuery & { by: string } {
  const { by: given, ...rest } = parametersOf(query);
  const names = Object.keys(list.groups?.by ?? {});
  const by = names.find((name) => given?.length === 1 && given[0] === name);
  if (by === undefined)
    throw new RequestError('invalid_input', say('must_be_one_of', { field: 'by', values: names.join(', ') }));
  return { by, ...readListQuery(rest, list, region) };
}

const MOST_PAGES = 1_000_000;
const MOST_VALUES = 200;

function parametersOf(query: unknown): Record<string, string[]> {
  const entries = Object.entries(typeof query === 'object' && query !== null ? query : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  );
}

function wholeNumber(name: string, given: string[] | undefined, fallback: number, most: number): number {
  const [text] = given ?? [];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new RequestError('invalid_input', say('must_be_in_range', { field: name, most }));
}

function readSort(given: string[] | undefined, list: ListDefinition): readonly Sort[] {
  if (given === undefined) return list.defaultSort;
  const names = given
    .join(',')
    .split(',')
    .filter((name) => name !== '');
  return names.map((name) => {
    const field = name.replace(/^-/, '');
    if (known(list, field)?.sortable === true) return { field, descending: name.startsWith('-') };
    const sortable = Object.keys(list.fields).filter((one) => list.fields[one]?.sortable === true);
    throw new RequestError('invalid_input', say('no_such_sort', { name: field, names: sortable.join(', ') }));
  });
}

function readFilter(name: string, values: string[], list: ListDefinition, region: string): Filter {
  const [, stem = name, suffix] = /^(.+)_(ne|gte|gt|lte|lt)$/.exec(name) ?? [];
  const [field, operator] = known(list, name) === undefined ? [stem, operatorOf(suffix)] : [name, 'eq' as const];
  const definition = known(list, field);
  if (definition === undefined || (operator !== 'eq' && operator !== 'ne' && !RANGED.has(definition.kind)))
    throw new RequestError(
      'invalid_input',
      say('no_such_filter', { name, names: Object.keys(list.fields).join(', ') }),
    );
  if (values.length > MOST_VALUES)
    throw new RequestError('invalid_input', say('most_values', { field: name, most: MOST_VALUES }));
  return { field, operator, values: values.map((value) => readValue(name, value, definition, region)) };
}

const RANGED = new Set<ListField['kind']>(['integer', 'time']);

function operatorOf(suffix: string | undefined): Operator {
  return OPERATORS.find((operator) => operator === suffix) ?? 'eq';
}

const OPERATORS = ['ne', 'gte', 'gt', 'lte', 'lt'] as const satisfies readonly Operator[];

/** Not by `list.fields[name]` alone: "constructor" is no field. */
function known(list: ListDefinition, name: string): ListField | undefined {
  return Object.hasOwn(list.fields, name) ? list.fields[name] : undefined;
}

function readValue(name: string, given: string, { kind }: ListField, region: string): Value {
  if (given === 'null') return null;
  switch (kind) {
    case 'text':
      return given;
    case 'phone':
      return normalisePhoneNumber(withPlus(given), region) ?? given;
    case 'integer':
      if (/^-?\d{1,15}$/.test(given)) return Number(given);
      throw new RequestError('invalid_input', say('must_be_whole_or_null', { field: name, given }));
    case 'flag':
      if (given === 'true' || given === 'false') return given === 'true';
      throw new RequestError('invalid_input', say('must_be_flag', { field: name, given }));
    case 'time':
      return readTime(name, given);
  }
}

/** ISO 8601; without a zone it is UTC, as every time of the API, and a date is its first instant. */
function readTime(name: string, given: string): Date {
  const [, date, time = '00:00', zone = 'Z'] = TIME.exec(given.trim()) ?? [];
  const instant = new Date(`${date}T${time}${zone.replace(' ', '+').replace(/(\d\d):?(\d\d)$/, '$1:$2')}`);
  if (date !== undefined && !Number.isNaN(instant.getTime())) return instant;
  throw new RequestError('invalid_input', say('must_be_time_not', { field: name, given }));
}

// The zone may begin with a space: a + that was not escaped.
const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+ -]\d\d:?\d\d)?)?$/;

/** A + that was not escaped in an address arrives as a space. */
function withPlus(number: string): string {
  return number.replace(/^ (?=\d)/, '+');
}
