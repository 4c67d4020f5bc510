import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { Outcome } from '../db/tables.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { type Condition, conditionsOf, type ListDefinition, type ListQuery, whereAll } from './list.ts';

/** By what the rows of a list can be grouped, and what is added up next to their number. */
export type Grouping = {
  by: Readonly<Record<string, GroupKey>>;
  sums: Readonly<Record<string, RawBuilder<unknown>>>;
  /** A select of value, count and the sums that is kept counted, for those queries that it answers exactly. */
  counted?: (by: string, query: ListQuery, timeZone: string) => RawBuilder<unknown> | undefined;
};

export type GroupKey = {
  /** What the rows of one group have in common. */
  column: (timeZone: string) => RawBuilder<unknown>;
  /** The rows of another table that it is found in, joined to the list's: a row may belong to several groups, or to none. */
  joined?: RawBuilder<unknown>;
  /** The table of the names that the values stand for; else a value is its own name. */
  named?: string;
  /** Largest first, unless the groups have an order of their own. */
  latestFirst?: boolean;
  /** A select of every value and its place: groups that appear even when they are empty. */
  every?: RawBuilder<unknown>;
};

export type Group = {
  value: string | number | null;
  label: string | null;
  count: number;
  talk_seconds?: number;
} & { [Ended in Outcome]?: number };

/** A longer count would keep the database from those who take calls. */
const MOST_SECONDS = 5;

/** One page of the groups of all rows that a list's query names, and how many groups there are. */
export async function listGroups(
  { kysely }: Database,
  list: ListDefinition,
  by: string,
  query: ListQuery,
  rule: Condition | undefined,
  timeZone: string,
): Promise<{ data: Group[]; total: number }> {
  const grouping = list.groups;
  const key = grouping?.by[by];
  if (grouping === undefined || key === undefined) throw new Error(`${list.table} is not grouped by ${by}.`);
  const kept = rule === undefined ? grouping.counted?.(by, query, timeZone) : undefined;
  const counted = kept ?? countRows(list, grouping, key, query, rule, timeZone);
  return await kysely.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = ${sql.lit(`${MOST_SECONDS}s`)}`.execute(tx);
    const groups = await selectPage(tx, counted, grouping, key, query).catch(explain);
    const names = await namesOf(tx, key, groups.data);
    const labelled = groups.data.map((group) => ({ ...group, label: names(group.value) }));
    return { data: labelled, total: groups.total };
  });
}

function countRows(
  list: ListDefinition,
  { sums }: Grouping,
  key: GroupKey,
  query: ListQuery,
  rule: Condition | undefined,
  timeZone: string,
): RawBuilder<unknown> {
  const added = Object.entries(sums).map(([name, sum]) => sql`, coalesce(${sum}, 0)::bigint as ${sql.ref(name)}`);
  return sql`
    select ${key.column(timeZone)} as value, count(*) as count ${sql.join(added, sql` `)}
    from ${sql.table(list.table)} ${key.joined ?? sql``} ${whereAll(conditionsOf(list, query, rule))} group by 1`;
}

type Counted = Omit<Group, 'label'>;

async function selectPage(
  tx: Tx,
  counted: RawBuilder<unknown>,
  { sums }: Grouping,
  { every, latestFirst }: GroupKey,
  { limit, offset }: ListQuery,
): Promise<{ data: Counted[]; total: number }> {
  const columns = sql.join(['value', 'count', ...Object.keys(sums)].map((name) => sql.ref(name)));
  const groups =
    every === undefined
      ? sql`select ${columns}, 0 as place from counted`
      : sql`select value, coalesce(count, 0) as count, place from (${every}) as every left join counted using (value)`;
  const order = latestFirst === true ? sql`value desc` : sql`place, count desc, value`;
  const { rows } = await sql<(Counted | { [Column in keyof Counted]: null }) & { total: number; place: number }>`
    with counted as (${counted}), groups as (${groups}),
      page as (select * from groups order by ${order} limit ${limit} offset ${offset})
    select all_groups.total, page.* from (select count(*) as total from groups) as all_groups
    left join page on true order by ${order}`.execute(tx);
  const data = rows.flatMap(({ total: _, place: __, ...group }) => (group.count === null ? [] : [group]));
  return { data, total: rows[0]?.total ?? 0 };
}

async function namesOf(
  tx: Tx,
  { named }: GroupKey,
  groups: readonly Counted[],
): Promise<(value: Group['value']) => string | null> {
  if (named === undefined) return (value) => (value === null ? null : String(value));
  const ids = groups.flatMap(({ value }) => (value === null ? [] : [value]));
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from ${sql.table(named)} where id = any(${ids}::integer[])`.execute(tx);
  const names = new Map<Group['value'], string>(rows.map(({ id, name }) => [id, name]));
  return (value) => names.get(value) ?? null;
}

const QUERY_CANCELED = '57014';

function explain(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === QUERY_CANCELED)) throw error;
  throw new RequestError('invalid_input', say('counting_too_long', { seconds: MOST_SECONDS }));
}
