import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Outcome } from '../db/tables.ts';
import type { ListDefinition, ListField } from './list.ts';
import type { GroupKey } from './list-groups.ts';
import { leadsByNumber, searchPattern } from './search-pattern.ts';
import { joinTags, type TagsOfRow, tagFields } from './tagging.ts';

/** A lead with the names and the calls a reader needs. */
export type LeadRow = TagsOfRow & {
  id: number;
  name: string;
  contact_name: string | null;
  phone: string | null;
  phone_sanitized: string | null;
  phone_numbers: string[];
  email: string | null;
  description: string | null;
  type: 'lead' | 'opportunity';
  user_id: number | null;
  user_name: string | null;
  team_id: number | null;
  team_name: string | null;
  stage_id: number;
  stage_name: string;
  source_id: number | null;
  source_name: string | null;
  active: boolean;
  is_open: boolean;
  won_date: Date | null;
  odoo_id: number | null;
  merged_into_id: number | null;
  next_follow_up_at: Date | null;
  next_follow_up_note: string | null;
  note_body: string | null;
  note_user_name: string | null;
  note_date: Date | null;
  last_call_outcome: Outcome | null;
  call_record_ids: number[];
  call_count: number;
  last_call_date: Date | null;
  create_date: Date;
  write_date: Date;
};

/** The text that the index crm_lead_search holds; the expression must be the very same. */
export const LEAD_SEARCH_TEXT: RawBuilder<string> = sql`(lower(crm_lead.name || ' ' || coalesce(crm_lead.contact_name, '')
  || ' ' || coalesce(crm_lead.phone, '') || ' ' || coalesce(crm_lead.phone_sanitized, '') || ' ' || coalesce(crm_lead.email, '')))`;

/** A lead names this many of its calls, the newest; call_count says how many there are. */
const MOST_CALL_IDS = 1_000;

export async function loadLeads(database: Database, ids: readonly number[]): Promise<LeadRow[]> {
  const { rows } = await sql<LeadRow>`
    select crm_lead.id, crm_lead.name, contact_name, crm_lead.phone, crm_lead.phone_sanitized, crm_lead.email, description,
      type, user_id, res_users.name as user_name, crm_lead.team_id, crm_team.name as team_name, stage_id,
      crm_stage.name as stage_name, source_id, utm_source.name as source_name, crm_lead.active, is_open, won_date, crm_lead.odoo_id,
      crm_lead.create_date, crm_lead.write_date, merged_into_id, next_follow_up_at, next_follow_up_note,
      calls.call_count, calls.last_call_date, tags.tag_ids, tags.tag_names,
      note.body as note_body, note.user_name as note_user_name, note.create_date as note_date,
      (select outcome from mcube_call_record where lead_id = crm_lead.id
        order by call_date desc limit 1) as last_call_outcome,
      array(select id from mcube_call_record where lead_id = crm_lead.id
        order by call_date desc limit ${MOST_CALL_IDS}) as call_record_ids,
      array(select phone_sanitized from phone_number where lead_id = crm_lead.id order by id) as phone_numbers
    from crm_lead
    join crm_stage on crm_stage.id = stage_id
    left join res_users on res_users.id = user_id
    left join crm_team on crm_team.id = crm_lead.team_id
    left join utm_source on utm_source.id = source_id
    cross join lateral (select count(*) as call_count, max(call_date) as last_call_date
      from mcube_call_record where lead_id = crm_lead.id) as calls
    ${joinTags('crm_lead')}
    left join lateral (select body, author.name as user_name, mail_message.create_date
      from mail_message join res_users author on author.id = mail_message.user_id
      where lead_id = crm_lead.id order by mail_message.id desc limit 1) as note on true
    where crm_lead.id = any(${ids}::integer[])`.execute(database.prepared);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = true): ListField => ({
  kind,
  column: sql.ref(`crm_lead.${name}`),
  nullable,
  sortable: true,
});

const related = (table: string, key: string): ListField => ({
  kind: 'text',
  column: sql`(select name from ${sql.table(table)} related where related.id = ${sql.ref(`crm_lead.${key}`)})`,
  equals: (name) => sql`${sql.ref(`crm_lead.${key}`)} in (select id from ${sql.table(table)} where name = ${name})`,
});

const grouped = (name: string, named?: string): GroupKey => ({
  column: () => sql.ref(`crm_lead.${name}`),
  ...(named !== undefined && { named }),
});

const reachedBy = (number: unknown) =>
  sql<boolean>`crm_lead.id in (select lead_id from phone_number where phone_number.phone_sanitized = ${number})`;

export const LEAD_LIST: ListDefinition = {
  table: 'crm_lead',
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: own('integer', 'id', false),
    name: own('text', 'name', false),
    contact_name: own('text', 'contact_name'),
    phone: { ...own('phone', 'phone'), equals: reachedBy },
    phone_sanitized: own('text', 'phone_sanitized'),
    phone_numbers: { kind: 'phone', column: sql.ref('crm_lead.phone'), equals: reachedBy },
    email: own('text', 'email'),
    description: own('text', 'description'),
    type: own('text', 'type', false),
    user_id: own('integer', 'user_id'),
    user_name: related('res_users', 'user_id'),
    team_id: own('integer', 'team_id'),
    team_name: related('crm_team', 'team_id'),
    stage_id: own('integer', 'stage_id', false),
    stage_name: related('crm_stage', 'stage_id'),
    source_id: own('integer', 'source_id'),
    source_name: related('utm_source', 'source_id'),
    active: own('flag', 'active', false),
    is_open: own('flag', 'is_open', false),
    won_date: own('time', 'won_date'),
    odoo_id: own('integer', 'odoo_id'),
    merged_into_id: own('integer', 'merged_into_id'),
    next_follow_up_at: own('time', 'next_follow_up_at'),
    next_follow_up_note: own('text', 'next_follow_up_note'),
    ...tagFields('crm_lead'),
    call_record_ids: {
      kind: 'integer',
      column: sql`(select min(id) from mcube_call_record where lead_id = crm_lead.id)`,
      equals: (id) => sql`crm_lead.id in (select lead_id from mcube_call_record where id = ${id}::bigint)`,
    },
    // These two count the calls of every lead that the other conditions leave: fine for some ten thousand leads.
    call_count: {
      kind: 'integer',
      column: sql`(select count(*) from mcube_call_record where lead_id = crm_lead.id)`,
      sortable: true,
    },
    last_call_date: {
      kind: 'time',
      column: sql`(select max(call_date) from mcube_call_record where lead_id = crm_lead.id)`,
      sortable: true,
      nullable: true,
    },
    last_call_outcome: {
      kind: 'text',
      column: sql`(select outcome from mcube_call_record where lead_id = crm_lead.id order by call_date desc limit 1)`,
    },
    create_date: own('time', 'create_date', false),
    write_date: own('time', 'write_date', false),
  },
  groups: {
    by: {
      stage_id: {
        ...grouped('stage_id', 'crm_stage'),
        every: sql`select id as value, row_number() over (order by sequence, id) as place from crm_stage`,
      },
      user_id: grouped('user_id', 'res_users'),
      team_id: grouped('team_id', 'crm_team'),
      source_id: grouped('source_id', 'utm_source'),
      type: grouped('type'),
    },
    sums: {},
  },
  search: (search) => sql`(${LEAD_SEARCH_TEXT} like ${searchPattern(search.words)} or crm_lead.id = any(array(
    ${leadsByNumber(search)})))`,
};
