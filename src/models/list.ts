import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Grouping } from './list-groups.ts';

export type Condition = RawBuilder<SqlBool>;
export type FieldKind = 'text' | 'phone' | 'integer' | 'time' | 'flag';
export type Value = string | number | boolean | Date | null;
export type Operator = 'eq' | 'ne' | 'gte' | 'gt' | 'lte' | 'lt';

/** A field of a list. Values of kind phone arrive normalised. */
export type ListField = {
  kind: FieldKind;
  /** What is compared and sorted by. */
  column: RawBuilder<unknown>;
  nullable?: boolean;
  sortable?: boolean;
  /** Says which rows hold the value, where comparing the column would be wrong or slow. */
  equals?: (value: Exclude<Value, null>) => Condition;
};

export type Sort = { field: string; descending: boolean };
export type Filter = { field: string; operator: Operator; values: readonly Value[] };
/** What is searched for: the words as typed, and the same read as a phone number. */
export type Search = { words: string; phone: string | null };

export type ListQuery = {
  limit: number;
  offset: number;
  sort: readonly Sort[];
  filters: readonly Filter[];
  search: Search | undefined;
};

export type ListDefinition = {
  /** Where the rows to list, or to count, come from, under the name `table`; the table itself unless said otherwise. */
  from?: (query: ListQuery, counting: boolean) => RawBuilder<unknown>;
  table: string;
  fields: Readonly<Record<string, ListField>>;
  defaultSort: readonly Sort[];
  search: (search: Search) => Condition;
  /** What the filters say together, for an index to find: they hold of every row that it leaves. */
  narrowed?: (filters: readonly Filter[]) => Condition | undefined;
  /** The exact number of rows, where something knows it without counting: of all, whoever looks. */
  countKept?: (database: Database, query: ListQuery) => Promise<number | undefined>;
  /** By what its rows can be grouped. */
  groups?: Grouping;
};

export type Total = { total: number; totalIsEstimate: boolean };

/** Counted exactly up to here; beyond, a count would cost more than the page. */
const COUNTED = 10_000;

/** The ids of one page, in order. */
export async function listIds(
  { kysely }: Database,
  list: ListDefinition,
  query: ListQuery,
  rule: Condition | undefined,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select ${sql.ref(`${list.table}.id`)} from ${list.from?.(query, false) ?? sql.table(list.table)}
    ${whereAll(conditionsOf(list, query, rule))}
    order by ${sql.join(completeSort(list, query.sort).map((sort) => orderOf(list, sort)))}
    limit ${query.limit} offset ${query.offset}`.execute(kysely);
  return rows.map(({ id }) => id);
}

/** How many rows there are altogether, of which these are one page: where it shows the end, nobody has to count. */
export async function countAround(
  database: Database,
  list: ListDefinition,
  query: ListQuery,
  rule: Condition | undefined,
  ids: readonly number[],
): Promise<Total> {
  const { limit, offset } = query;
  if (ids.length < limit && (ids.length > 0 || offset === 0))
    return { total: offset + ids.length, totalIsEstimate: false };
  const conditions = conditionsOf(list, query, rule);
  const rows = sql`select 1 from ${list.from?.(query, true) ?? sql.table(list.table)} ${whereAll(conditions)}`;
  return await countRows(database, rows, async () =>
    rule === undefined ? await list.countKept?.(database, query) : undefined,
  );
}

/** What a row must be to belong to the list: what was asked for, and what the viewer may see. */
export function conditionsOf(
  list: ListDefinition,
  { filters, search }: Pick<ListQuery, 'filters' | 'search'>,
  rule: Condition | undefined,
): Condition[] {
  const conditions = filters.map((filter) => filterCondition(list, filter));
  const narrowed = list.narrowed?.(filters);
  if (narrowed !== undefined) conditions.push(narrowed);
  if (search !== undefined) conditions.push(list.search(search));
  return rule === undefined ? conditions : [...conditions, rule];
}

export function whereAll(conditions: readonly Condition[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

/** The field, or a bug: names from outside are checked where they come in (http/list-query.ts). */
export function fieldOf(list: ListDefinition, name: string): ListField {
  const field = list.fields[name];
  if (field === undefined) throw new Error(`The list of ${list.table} has no field ${name}.`);
  return field;
}

function filterCondition(list: ListDefinition, { field: name, operator, values }: Filter): Condition {
  const field = fieldOf(list, name);
  const [value = null] = values;
  if (operator === 'ne') return sql`(${anyOf(field, values)}) is not true`;
  if (operator === 'eq') return sql`(${anyOf(field, values)})`;
  if (value instanceof Date && (operator === 'gt' || operator === 'lte'))
    return sql`${field.column} ${sql.raw(operator === 'gt' ? '>=' : '<')} ${nextMillisecond(field, value)}`;
  return sql`${field.column} ${sql.raw(COMPARISONS[operator])} ${typed(field, value)}`;
}

function anyOf(field: ListField, values: readonly Value[]): Condition {
  const known = values.filter((value) => value !== null);
  const { equals } = field;
  const conditions = equals === undefined ? equality(field, known) : known.map((value) => equals(value));
  if (known.length < values.length) conditions.push(sql`${field.column} is null`);
  return sql`${sql.join(conditions, sql` or `)}`;
}

function equality(field: ListField, values: readonly Value[]): Condition[] {
  if (values.length === 0) return [];
  if (field.kind === 'time') return values.map((value) => sameMillisecond(field, value));
  // A single value by "=": only then an index on (field, date) also gives the order.
  if (values.length === 1) return values.map((value) => sql`${field.column} = ${typed(field, value)}`);
  return [sql`${field.column} in (${sql.join(values.map((value) => typed(field, value)))})`];
}

/** Shown to the millisecond and kept to the microsecond: what a row shows must find it, and not come again as later. */
function sameMillisecond(field: ListField, value: Value): Condition {
  return sql`(${field.column} >= ${typed(field, value)} and ${field.column} < ${nextMillisecond(field, value)})`;
}

function nextMillisecond(field: ListField, value: Value): RawBuilder<unknown> {
  return sql`${typed(field, value)} + interval '1 millisecond'`;
}

const COMPARISONS = { gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;
// Integers as bigint: a number that is too large for the column is in no row, which is an answer and not an error.
const TYPES = { text: 'text', phone: 'text', integer: 'bigint', time: 'timestamptz', flag: 'boolean' } as const;

function typed(field: ListField, value: Value): RawBuilder<unknown> {
  return sql`${value}::${sql.raw(TYPES[field.kind])}`;
}

/** Rows that are equal by what was asked for keep one order from page to page: by id, in the direction of the last field. */
export function completeSort(list: ListDefinition, asked: readonly Sort[]): readonly Sort[] {
  const sort = asked.length === 0 ? list.defaultSort : asked;
  if (sort.some(({ field }) => field === 'id')) return sort;
  return [...sort, { field: 'id', descending: sort.at(-1)?.descending ?? false }];
}

function orderOf(list: ListDefinition, { field: name, descending }: Sort): RawBuilder<unknown> {
  const field = fieldOf(list, name);
  // "nulls last" only where there can be one: with it, an index is not used.
  return sql`${field.column} ${sql.raw(descending ? 'desc' : 'asc')} ${sql.raw(field.nullable === true ? 'nulls last' : '')}`;
}

async function countRows(
  database: Database,
  rows: RawBuilder<unknown>,
  countKept: () => Promise<number | undefined>,
): Promise<Total> {
  const counted = await sql<{ total: number }>`
    select count(*) as total from (${rows} limit ${COUNTED + 1}) as counted`.execute(database.kysely);
  const total = counted.rows[0]?.total ?? 0;
  if (total <= COUNTED) return { total, totalIsEstimate: false };
  const kept = await countKept();
  if (kept !== undefined) return { total: kept, totalIsEstimate: false };
  const plan = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`explain (format json) ${rows}`.execute(
    database.kysely,
  );
  const estimate = plan.rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  return { total: Math.max(total, Math.round(estimate)), totalIsEstimate: true };
}
