import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { RecordingState } from '../db/recording-tables.ts';
import type { Direction, Outcome } from '../db/tables.ts';
import { callHourFields, hoursOfPeriod } from './call-hour.ts';
import { CALL_RECORD_GROUPS } from './call-record-groups.ts';
import { countSomeCalls } from './call-rollup-total.ts';
import { LEAD_SEARCH_TEXT } from './lead-list.ts';
import type { Condition, ListDefinition, ListField, Search } from './list.ts';
import { agentLike, numberLike } from './number-like.ts';
import { RING_SECONDS } from './ring-time.ts';
import { leadsByNumber, numberPattern, searchPattern } from './search-pattern.ts';
import { joinTags, type TagsOfRow, tagFields } from './tagging.ts';

/** A call record with the names a reader needs. */
export type CallRecordRow = TagsOfRow & {
  id: number;
  call_id: string;
  lead_id: number | null;
  lead_name: string | null;
  user_id: number | null;
  user_name: string | null;
  team_id: number | null;
  phone_number: string | null;
  virtual_number: string | null;
  agent_phone: string | null;
  agent_name: string | null;
  agent_user_name: string | null;
  agent_email: string | null;
  group_name: string | null;
  caller_name: string | null;
  ref_id: string | null;
  recording_url: string | null;
  recording_state: Exclude<RecordingState, 'deleted'> | 'none';
  recording_reason: string | null;
  recording_seconds: number | null;
  /** Whether the reader hears its recording. */
  may_hear: boolean;
  call_date: Date;
  end_date: Date | null;
  duration: number;
  duration_raw: string | null;
  direction: Direction;
  status: string | null;
  disconnected_by: string | null;
  outcome: Outcome;
  family: string;
  timed_out: boolean;
  lead_rule: string;
  user_rule: string;
  assignment: string;
  lead_candidates: number[];
  create_date: Date;
  write_date: Date;
};

/** These calls; `hearable` says of mcube_call_record whose recordings the reader hears. */
export async function loadCallRecords(
  database: Database,
  ids: readonly number[],
  hearable: Condition,
): Promise<CallRecordRow[]> {
  const { rows } = await sql<CallRecordRow>`
    select mcube_call_record.id, call_id, lead_id, crm_lead.name as lead_name, mcube_call_record.user_id,
      res_users.name as user_name, mcube_call_record.team_id,
      phone_number, virtual_number, agent_phone, agent_name, agent.name as agent_user_name, agent_email, group_name,
      caller_name, ref_id, recording_url,
      call_date, end_date, duration, duration_raw, direction, status, disconnected_by, outcome, family, timed_out,
      lead_rule, user_rule, assignment, coalesce(lead_candidates, '{}') as lead_candidates, tags.tag_ids, tags.tag_names,
      mcube_call_record.create_date, mcube_call_record.write_date,
      coalesce(recording.state, 'none') as recording_state, recording.reason as recording_reason,
      recording.seconds as recording_seconds, coalesce(${hearable}, false) as may_hear
    from mcube_call_record
    left join crm_lead on crm_lead.id = mcube_call_record.lead_id
    left join recording on recording.call_record_id = mcube_call_record.id
    left join res_users on res_users.id = mcube_call_record.user_id
    left join res_users agent on agent.id = mcube_call_record.agent_id
    ${joinTags('mcube_call_record')}
    where mcube_call_record.id = any(${ids}::bigint[])`.execute(database.prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = true): ListField => ({
  kind,
  column: sql.ref(`mcube_call_record.${name}`),
  nullable,
  sortable: true,
});

const nameOf = (column: 'user_id' | 'agent_id'): ListField => {
  const id = sql.ref(`mcube_call_record.${column}`);
  return {
    kind: 'text',
    column: sql`(select name from res_users where id = ${id})`,
    nullable: true,
    equals: (name) => sql`${id} in (select id from res_users where name = ${name})`,
  };
};

const ofRecording = (kind: ListField['kind'], name: string): ListField => ({
  kind,
  column: sql`(select ${sql.ref(name)} from recording where call_record_id = mcube_call_record.id)`,
  nullable: true,
});

/** The list of calls, whose hours and weekdays are those of a zone. */
export function callRecordList(timeZone: string): ListDefinition {
  const localTime = sql`mcube_call_record.call_date at time zone ${sql.lit(timeZone)}`;
  return {
    ...CALL_RECORD_LIST,
    fields: { ...CALL_RECORD_LIST.fields, ...callHourFields(localTime) },
    narrowed: (filters) => hoursOfPeriod(filters, timeZone),
    countKept: (database, query) => countSomeCalls(database, query, timeZone),
  };
}

const CALL_RECORD_LIST: ListDefinition = {
  table: 'mcube_call_record',
  defaultSort: [{ field: 'call_date', descending: true }],
  fields: {
    id: own('integer', 'id', false),
    call_id: own('text', 'call_id', false),
    lead_id: own('integer', 'lead_id'),
    lead_name: {
      kind: 'text',
      column: sql`(select name from crm_lead where id = mcube_call_record.lead_id)`,
      equals: (name) => sql`mcube_call_record.lead_id in (${leadsNamed(String(name))})`,
    },
    user_id: own('integer', 'user_id'),
    user_name: nameOf('user_id'),
    team_id: own('integer', 'team_id'),
    phone_number: {
      ...own('phone', 'phone_number'),
      equals: (number) => sql`mcube_call_record.phone_sanitized = ${number}`,
    },
    virtual_number: own('text', 'virtual_number'),
    virtual_number_like: numberLike(sql.ref('mcube_call_record.virtual_number')),
    agent_phone: own('text', 'agent_phone'),
    agent_name: own('text', 'agent_name'),
    agent_user_name: nameOf('agent_id'),
    agent_email: own('text', 'agent_email'),
    agent_like: agentLike('mcube_call_record'),
    group_name: own('text', 'group_name'),
    caller_name: own('text', 'caller_name'),
    ref_id: own('text', 'ref_id'),
    recording_url: own('text', 'recording_url'),
    has_recording: { kind: 'flag', column: sql`(mcube_call_record.recording_url is not null)`, sortable: true },
    recording_reason: ofRecording('text', 'reason'),
    recording_seconds: ofRecording('integer', 'seconds'),
    recording_state: {
      kind: 'text',
      column: sql`coalesce((select state from recording where call_record_id = mcube_call_record.id), 'none')`,
      equals: (state) =>
        state === 'none'
          ? sql`not exists (select from recording where call_record_id = mcube_call_record.id)`
          : sql`exists (select from recording where call_record_id = mcube_call_record.id and state = ${state})`,
    },
    call_date: own('time', 'call_date', false),
    end_date: own('time', 'end_date'),
    duration: own('integer', 'duration', false),
    ring_seconds: { kind: 'integer', column: RING_SECONDS, nullable: true, sortable: true },
    duration_raw: own('text', 'duration_raw'),
    direction: own('text', 'direction', false),
    status: own('text', 'status'),
    disconnected_by: own('text', 'disconnected_by'),
    outcome: own('text', 'outcome', false),
    family: own('text', 'family', false),
    ...tagFields('mcube_call_record'),
    timed_out: own('flag', 'timed_out', false),
    lead_candidates: {
      kind: 'integer',
      column: sql`mcube_call_record.lead_candidates[1]`,
      equals: (id) => sql`${id}::bigint = any(mcube_call_record.lead_candidates)`,
    },
    lead_rule: own('text', 'lead_rule', false),
    user_rule: own('text', 'user_rule', false),
    create_date: own('time', 'create_date', false),
    write_date: own('time', 'write_date', false),
  },
  search: searchCalls,
  groups: CALL_RECORD_GROUPS,
};

/** A search finds the newest so many, one more than a total counts exactly; likewise the leads whose calls it looks at. */
const MOST_CALLS = 10_001;
const MOST_LEADS = 1_000;

/** The text that the index mcube_call_record_leadless_search holds; the expression must be the very same. */
const LEADLESS_TEXT = sql`(lower(coalesce(phone_sanitized, '') || ' ' || coalesce(caller_name, '')))`;

/**
 * By call id, by number, by the lead: its name, contact, e-mail, or any part of a number of its; and a call without a lead
 * by its caller's name or a part of its number. The ids are found first, each part by its own index; with a plain "or" the
 * planner may walk the whole table by date instead.
 */
function searchCalls(search: Search): Condition {
  const { words, phone } = search;
  const pattern = searchPattern(words);
  return sql`mcube_call_record.id = any(array(
    (select id from mcube_call_record where call_id = ${words})
    union all
    (select id from mcube_call_record where phone_sanitized in (${phone}, ${words})
      order by call_date desc limit ${MOST_CALLS})
    union all
    (select id from mcube_call_record where lead_id = any(array(
        (select id from crm_lead where ${LEAD_SEARCH_TEXT} like ${pattern} order by id desc limit ${MOST_LEADS})
        union all
        (${leadsByNumber(search)})))
      order by call_date desc limit ${MOST_CALLS})
    union all
    (select id from mcube_call_record where lead_id is null and ${LEADLESS_TEXT} like ${numberPattern(words) ?? pattern}
      order by call_date desc limit ${MOST_CALLS})))`;
}

function leadsNamed(name: string) {
  // The first condition has an index, the second is what is meant.
  return sql`select id from crm_lead where ${LEAD_SEARCH_TEXT} like ${searchPattern(name)} and crm_lead.name = ${name}`;
}
