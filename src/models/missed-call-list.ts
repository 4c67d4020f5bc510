import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { LEAD_SEARCH_TEXT } from './lead-list.ts';
import type { ListDefinition, ListField } from './list.ts';
import type { MissedCall } from './missed-call.ts';
import { numberLike } from './number-like.ts';
import { leadsByNumber, numberPattern, searchPattern } from './search-pattern.ts';

/** A row of the queue with the names a reader needs. */
export type MissedCallRow = MissedCall & {
  id: number;
  lead_id: number | null;
  lead_name: string | null;
  stage_name: string | null;
  user_name: string | null;
  closed_user_name: string | null;
  create_date: Date;
  write_date: Date;
};

export async function loadMissedCalls({ prepared }: Database, ids: readonly number[]): Promise<MissedCallRow[]> {
  const { rows } = await sql<MissedCallRow>`
    select row.id, row.lead_id, crm_lead.name as lead_name, crm_stage.name as stage_name, row.phone_number,
      row.phone_sanitized, tries, virtual_numbers, first_missed_date, last_missed_date, last_call_record_id, reason,
      row.user_id, owner.name as user_name, row.team_id, due_date, snoozed_until, closed_date, closed_rule,
      closed_call_record_id, closed_user_id, closer.name as closed_user_name, closed_reason,
      nullif(settled_until, 'infinity') as settled_until, row.create_date, row.write_date
    from mcube_missed_call row
    left join crm_lead on crm_lead.id = row.lead_id
    left join crm_stage on crm_stage.id = crm_lead.stage_id
    left join res_users owner on owner.id = row.user_id
    left join res_users closer on closer.id = row.closed_user_id
    where row.id = any(${ids}::bigint[])`.execute(prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`mcube_missed_call.${name}`),
  nullable,
  sortable: true,
});

const nameOf = (table: string, key: string): ListField => ({
  kind: 'text',
  column: sql`(select name from ${sql.table(table)} related where related.id = ${sql.ref(`mcube_missed_call.${key}`)})`,
  equals: (name) =>
    sql`${sql.ref(`mcube_missed_call.${key}`)} in (select id from ${sql.table(table)} where name = ${name})`,
});

/** The queue as people read it. By the clock, because a snooze ends by itself. */
export function missedCallList(clock: Clock): ListDefinition {
  return {
    table: 'mcube_missed_call',
    defaultSort: [{ field: 'due_date', descending: false }],
    fields: {
      id: own('integer', 'id'),
      lead_id: own('integer', 'lead_id', true),
      lead_name: nameOf('crm_lead', 'lead_id'),
      phone_number: {
        ...own('phone', 'phone_number', true),
        equals: (number) => sql`mcube_missed_call.phone_sanitized = ${number}`,
      },
      phone_sanitized: own('text', 'phone_sanitized', true),
      tries: own('integer', 'tries'),
      virtual_numbers: {
        kind: 'text',
        column: sql.ref('mcube_missed_call.virtual_numbers'),
        equals: (number) => sql`${number} = any(mcube_missed_call.virtual_numbers)`,
      },
      virtual_number_like: {
        ...VIRTUAL_NUMBER,
        equals: (number) => sql`exists (
          select from unnest(mcube_missed_call.virtual_numbers) as virtual_number where ${VIRTUAL_NUMBER.equals(number)})`,
      },
      first_missed_date: own('time', 'first_missed_date'),
      last_missed_date: own('time', 'last_missed_date'),
      due_date: own('time', 'due_date'),
      reason: own('text', 'reason'),
      user_id: own('integer', 'user_id', true),
      user_name: nameOf('res_users', 'user_id'),
      team_id: own('integer', 'team_id', true),
      state: {
        kind: 'text',
        get column() {
          return stateOf(clock.now());
        },
        equals: (state) => stateIs(state, clock.now()),
      },
      promise: {
        kind: 'text',
        get column() {
          return promiseOf(clock.now());
        },
        equals: (promise) => sql`${promiseOf(clock.now())} = ${promise}`,
      },
      snoozed_until: own('time', 'snoozed_until', true),
      closed_date: own('time', 'closed_date', true),
      closed_rule: own('text', 'closed_rule', true),
      closed_user_id: own('integer', 'closed_user_id', true),
      closed_user_name: nameOf('res_users', 'closed_user_id'),
      closed_call_record_id: own('integer', 'closed_call_record_id', true),
      last_call_record_id: own('integer', 'last_call_record_id'),
      create_date: own('time', 'create_date'),
      write_date: own('time', 'write_date'),
    },
    groups: {
      by: {
        user_id: { column: () => sql.ref('mcube_missed_call.user_id'), named: 'res_users' },
        virtual_numbers: {
          column: () => sql.ref('tried.virtual_number'),
          joined: sql`left join lateral unnest(mcube_missed_call.virtual_numbers) as tried(virtual_number) on true`,
        },
        state: { column: () => stateOf(clock.now()) },
        promise: { column: () => promiseOf(clock.now()) },
      },
      sums: {},
    },
    search: (search) => sql`(mcube_missed_call.phone_sanitized in (${search.phone}, ${search.words})
      or mcube_missed_call.phone_sanitized like ${numberPattern(search.words)}
      or mcube_missed_call.lead_id = any(array(select id from crm_lead
        where ${LEAD_SEARCH_TEXT} like ${searchPattern(search.words)} order by id desc limit ${MOST_LEADS}))
      or mcube_missed_call.lead_id = any(array(${leadsByNumber(search)})))`,
  };
}

/** One of those of a row. */
const VIRTUAL_NUMBER = numberLike(sql.ref('virtual_number'));

/** A search looks at the rows of so many leads, as the search for calls does. */
const MOST_LEADS = 1_000;

function stateOf(now: Date) {
  return sql<string>`(case when closed_date is not null then 'closed' when snoozed_until > ${now} then 'snoozed'
    else 'open' end)`;
}

/** As conditions on the columns, so that the few open rows are found by the indexes that hold nothing else. */
function stateIs(state: unknown, now: Date) {
  if (state === 'closed') return sql<boolean>`closed_date is not null`;
  if (state === 'snoozed') return sql<boolean>`closed_date is null and snoozed_until > ${now}`;
  if (state === 'open') return sql<boolean>`closed_date is null and (snoozed_until > ${now}) is not true`;
  return sql<boolean>`false`;
}

/** Whether they were called back in time; what is late already will not be. */
function promiseOf(now: Date) {
  return sql<string>`(case when closed_rule = 'not_needed' then 'not_needed'
    when coalesce(closed_date, ${now}) > due_date then 'late'
    when closed_date is null then 'waiting' else 'kept' end)`;
}
