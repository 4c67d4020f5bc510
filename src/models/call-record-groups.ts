import { type RawBuilder, sql } from 'kysely';
import { type Condition, conditionsOf, type Filter, type ListDefinition, type ListQuery, whereAll } from './list.ts';
import type { Grouping, GroupKey } from './list-groups.ts';
import { dayBeginningAt } from './local-day.ts';
import { OUTCOMES } from './outcome.ts';

const own = (name: string, named?: string): GroupKey => ({
  column: () => sql.ref(`mcube_call_record.${name}`),
  ...(named !== undefined && { named }),
});

/** Call records grouped: by the rollup of days where that knows the answer, else by walking the records. */
export const CALL_RECORD_GROUPS: Grouping = {
  by: {
    lead_id: own('lead_id', 'crm_lead'),
    user_id: own('user_id', 'res_users'),
    team_id: own('team_id', 'crm_team'),
    agent_name: own('agent_name'),
    virtual_number: own('virtual_number'),
    outcome: own('outcome'),
    status: own('status'),
    direction: own('direction'),
    tag_ids: {
      column: () => sql.ref('tagged.tag_id'),
      joined: sql`left join mcube_call_record_tag_rel tagged on tagged.call_record_id = mcube_call_record.id`,
      named: 'crm_tag',
    },
    day: {
      column: (timeZone) => sql`(mcube_call_record.call_date at time zone ${sql.lit(timeZone)})::date::text`,
      latestFirst: true,
    },
  },
  sums: {
    talk_seconds: sql`sum(mcube_call_record.duration)`,
    ...endedAs((outcome) => sql`count(*) filter (where mcube_call_record.outcome = ${outcome})`),
  },
  counted: countedByDay,
};

/** How many of a group's calls ended in each way. */
function endedAs(count: (outcome: RawBuilder<unknown>) => RawBuilder<unknown>): Record<string, RawBuilder<unknown>> {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(sql.lit(outcome))]));
}

/** What the rollup of days knows of a call, as a list of its own so that filters read the same. */
const ROLLUP: ListDefinition = {
  table: 'call_rollup_day',
  fields: {
    user_id: { kind: 'integer', column: sql`nullif(call_rollup_day.user_id, 0)` },
    virtual_number: { kind: 'text', column: sql`nullif(call_rollup_day.virtual_number, '')` },
    outcome: { kind: 'text', column: sql.ref('call_rollup_day.outcome') },
    direction: { kind: 'text', column: sql.ref('call_rollup_day.direction') },
  },
  defaultSort: [],
  search: () => sql<boolean>`false`,
};
const DAY = sql`call_rollup_day.local_day::text`;

function countedByDay(by: string, query: ListQuery, timeZone: string): RawBuilder<unknown> | undefined {
  const column = by === 'day' ? DAY : ROLLUP.fields[by]?.column;
  if (column === undefined || query.search !== undefined) return undefined;
  const conditions: Condition[] = [];
  for (const filter of query.filters) {
    const condition = ROLLUP.fields[filter.field] === undefined ? wholeDays(filter, timeZone) : onRollup(filter);
    if (condition === undefined) return undefined;
    conditions.push(condition);
  }
  const ended = endedAs((outcome) => sql`coalesce(sum(calls) filter (where outcome = ${outcome}), 0)`);
  const counts = Object.entries(ended).map(([name, count]) => sql`${count}::bigint as ${sql.ref(name)}`);
  return sql`
    select ${column} as value, sum(calls)::bigint as count, sum(talk_seconds)::bigint as talk_seconds, ${sql.join(counts)}
    from call_rollup_day ${whereAll(conditions)} group by 1 having sum(calls) > 0`;
}

function onRollup(filter: Filter): Condition | undefined {
  return conditionsOf(ROLLUP, { filters: [filter], search: undefined }, undefined)[0];
}

/** A period that begins, or ends, with a day: all that the rollup knows of time. */
function wholeDays({ field, operator, values }: Filter, timeZone: string): Condition | undefined {
  const [moment] = values;
  if (field !== 'call_date' || !(moment instanceof Date)) return undefined;
  const day = dayBeginningAt(moment, timeZone);
  if (day === undefined) return undefined;
  if (operator === 'gte') return sql`call_rollup_day.local_day >= ${day}::date`;
  return operator === 'lt' ? sql`call_rollup_day.local_day < ${day}::date` : undefined;
}
