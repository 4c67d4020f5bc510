import { type RawBuilder, sql } from 'kysely';
import { callHourFields } from './call-hour.ts';
import { type Condition, conditionsOf, type Filter, type ListDefinition, type ListQuery } from './list.ts';
import { dayBeginningAt } from './local-day.ts';

/** A rollup, with what it knows of a call as fields of a list, so that filters read the same. */
export type Rollup = ListDefinition & { day: RawBuilder<unknown> };

const rollup = (table: string, day: string, fields: ListDefinition['fields']): Rollup => ({
  table,
  day: sql.ref(`${table}.${day}`),
  fields: {
    outcome: { kind: 'text', column: sql.ref(`${table}.outcome`) },
    direction: { kind: 'text', column: sql.ref(`${table}.direction`) },
    ...fields,
  },
  defaultSort: [],
  search: () => sql<boolean>`false`,
});

export const CALLS_BY_DAY = rollup('call_rollup_day', 'local_day', {
  user_id: { kind: 'integer', column: sql`nullif(call_rollup_day.user_id, 0)` },
  virtual_number: { kind: 'text', column: sql`nullif(call_rollup_day.virtual_number, '')` },
});

export const CALLS_BY_HOUR = rollup('call_rollup_hour', 'local_hour', callHourFields(sql`call_rollup_hour.local_hour`));

/** A query of calls as one of a rollup; undefined where the rollup does not know the answer. */
export function onRollup(
  { day, ...list }: Rollup,
  { filters, search }: Pick<ListQuery, 'filters' | 'search'>,
  timeZone: string,
): Condition[] | undefined {
  if (search !== undefined) return undefined;
  const conditions: Condition[] = [];
  for (const filter of filters) {
    const condition =
      list.fields[filter.field] === undefined
        ? wholeDays(day, filter, timeZone)
        : conditionsOf(list, { filters: [filter], search: undefined }, undefined)[0];
    if (condition === undefined) return undefined;
    conditions.push(condition);
  }
  return conditions;
}

/** A period that begins, or ends, with a day: all that a rollup knows of time. */
function wholeDays(
  day: RawBuilder<unknown>,
  { field, operator, values }: Filter,
  timeZone: string,
): Condition | undefined {
  const [moment] = values;
  if (field !== 'call_date' || !(moment instanceof Date)) return undefined;
  const bound = dayBeginningAt(moment, timeZone);
  if (bound === undefined) return undefined;
  if (operator === 'gte') return sql<boolean>`${day} >= ${bound}::date`;
  return operator === 'lt' ? sql<boolean>`${day} < ${bound}::date` : undefined;
}
