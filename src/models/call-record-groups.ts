import { type RawBuilder, sql } from 'kysely';
import { CALLS_BY_DAY, onRollup } from './call-rollup-filters.ts';
import { type ListQuery, whereAll } from './list.ts';
import type { Grouping, GroupKey } from './list-groups.ts';
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

const DAY = sql`call_rollup_day.local_day::text`;

function countedByDay(by: string, query: ListQuery, timeZone: string): RawBuilder<unknown> | undefined {
  const column = by === 'day' ? DAY : CALLS_BY_DAY.fields[by]?.column;
  const conditions = onRollup(CALLS_BY_DAY, query, timeZone);
  if (column === undefined || conditions === undefined) return undefined;
  const ended = endedAs((outcome) => sql`coalesce(sum(calls) filter (where outcome = ${outcome}), 0)`);
  const counts = Object.entries(ended).map(([name, count]) => sql`${count}::bigint as ${sql.ref(name)}`);
  return sql`
    select ${column} as value, sum(calls)::bigint as count, sum(talk_seconds)::bigint as talk_seconds, ${sql.join(counts)}
    from call_rollup_day ${whereAll(conditions)} group by 1 having sum(calls) > 0`;
}
