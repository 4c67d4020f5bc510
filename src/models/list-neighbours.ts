import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import {
  type Condition,
  completeSort,
  conditionsOf,
  fieldOf,
  type ListDefinition,
  type ListQuery,
  type Sort,
  whereAll,
} from './list.ts';

export type Neighbours = { previous: number | null; next: number | null };

/**
 * The rows that stand before and after one in a list. It need not belong to the list itself: who works through the calls
 * without a lead goes on to the next from one that has just got a lead.
 */
export async function listNeighbours(
  { kysely }: Database,
  list: ListDefinition,
  id: number,
  query: ListQuery,
  rule: Condition | undefined,
): Promise<Neighbours> {
  const sort = completeSort(list, query.sort);
  const conditions = conditionsOf(list, query, rule);
  // Read in the database, since a time in JavaScript has lost its microseconds; of nobody who may not see the row.
  const row = whereAll([sql<SqlBool>`${sql.ref(`${list.table}.id`)} = ${id}`, ...(rule === undefined ? [] : [rule])]);
  const ownValue = ({ field }: Sort) =>
    sql`(select ${fieldOf(list, field).column} from ${sql.table(list.table)} ${row})`;
  const nearest = async (order: readonly Place[]) => {
    const { rows } = await sql<{ id: number }>`
      select ${sql.ref(`${list.table}.id`)} from ${sql.table(list.table)}
      ${whereAll([...conditions, isBeyond(order)])}
      order by ${sql.join(order.map(orderOf))} limit 1`.execute(kysely);
    return rows[0]?.id ?? null;
  };
  const forward = sort.map((one) => {
    const { column, nullable = false } = fieldOf(list, one.field);
    return { column, value: ownValue(one), nullable, descending: one.descending, nullsFirst: false };
  });
  const backward = forward.map((one) => ({ ...one, descending: !one.descending, nullsFirst: one.nullable }));
  const [previous, next] = await Promise.all([nearest(backward), nearest(forward)]);
  return { previous, next };
}

type Place = {
  column: RawBuilder<unknown>;
  /** The row's own, in the same column. */
  value: RawBuilder<unknown>;
  nullable: boolean;
  descending: boolean;
  nullsFirst: boolean;
};

function orderOf({ column, descending, nullable, nullsFirst }: Place): RawBuilder<unknown> {
  const nulls = nullable ? (nullsFirst ? 'nulls first' : 'nulls last') : '';
  return sql`${column} ${sql.raw(descending ? 'desc' : 'asc')} ${sql.raw(nulls)}`;
}

/** Beyond the row by the first field, or equal by it and beyond by the others. */
function isBeyond([place, ...others]: readonly Place[]): Condition {
  if (place === undefined) return sql`false`;
  const { column, value, nullable, descending } = place;
  if (others.length === 0) return further(place);
  const equal = nullable ? sql`${column} is not distinct from ${value}` : sql`${column} = ${value}`;
  const either = sql<SqlBool>`(${further(place)} or (${equal} and ${isBeyond(others)}))`;
  // Says no more, but says it to an index, which then begins at the row.
  return nullable ? either : sql`${column} ${sql.raw(descending ? '<=' : '>=')} ${value} and ${either}`;
}

function further({ column, value, nullable, descending, nullsFirst }: Place): Condition {
  const further = sql<SqlBool>`${column} ${sql.raw(descending ? '<' : '>')} ${value}`;
  if (!nullable) return further;
  const beyondNulls = nullsFirst
    ? sql`(${value} is null and ${column} is not null)`
    : sql`(${column} is null and ${value} is not null)`;
  return sql`(${further} or ${beyondNulls})`;
}
