import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { ListDefinition, ListField } from './list.ts';
import { searchPattern } from './search-pattern.ts';

export type LeadMergeRow = {
  id: number;
  lead_id: number;
  lead_name: string;
  merged_ids: number[];
  merged_names: string[];
  user_id: number;
  user_name: string;
  create_date: Date;
  undone_date: Date | null;
};

export async function loadLeadMerges(database: Database, ids: readonly number[]): Promise<LeadMergeRow[]> {
  const { rows } = await sql<LeadMergeRow>`
    select merge.id, merge.lead_id, crm_lead.name as lead_name, merged.merged_ids, merged.merged_names,
      merge.user_id, res_users.name as user_name, merge.create_date, undone_date
    from crm_lead_merge merge
    join crm_lead on crm_lead.id = merge.lead_id
    join res_users on res_users.id = merge.user_id
    cross join lateral (select array_agg(lead.id order by lead.id) as merged_ids,
        array_agg(lead.name order by lead.id) as merged_names
      from crm_lead_merge_line line join crm_lead lead on lead.id = line.lead_id where line.merge_id = merge.id) as merged
    where merge.id = any(${ids}::integer[])`.execute(database.kysely);
  return rows;
}

const own = (kind: ListField['kind'], name: string, nullable = false): ListField => ({
  kind,
  column: sql.ref(`crm_lead_merge.${name}`),
  nullable,
  sortable: true,
});

const MERGED = sql`select merge_id from crm_lead_merge_line line join crm_lead on crm_lead.id = line.lead_id`;
const nameOf = (table: string, key: string) =>
  sql`(select name from ${sql.table(table)} related where related.id = ${sql.ref(`crm_lead_merge.${key}`)})`;

export const LEAD_MERGE_LIST: ListDefinition = {
  table: 'crm_lead_merge',
  defaultSort: [{ field: 'id', descending: true }],
  fields: {
    id: own('integer', 'id'),
    // Of either side: the form of a lead shows what was merged into it, and what it was merged into.
    lead_id: {
      ...own('integer', 'lead_id'),
      equals: (lead) => sql`(crm_lead_merge.lead_id = ${lead}::bigint
        or crm_lead_merge.id in (${MERGED} where crm_lead.id = ${lead}::bigint))`,
    },
    lead_name: { kind: 'text', column: nameOf('crm_lead', 'lead_id') },
    merged_ids: {
      kind: 'integer',
      column: sql`(select min(lead_id) from crm_lead_merge_line where merge_id = crm_lead_merge.id)`,
      equals: (lead) => sql`crm_lead_merge.id in (${MERGED} where crm_lead.id = ${lead}::bigint)`,
    },
    merged_names: {
      kind: 'text',
      column: sql`(select min(name) from crm_lead_merge_line line join crm_lead on crm_lead.id = line.lead_id
        where merge_id = crm_lead_merge.id)`,
      equals: (name) => sql`crm_lead_merge.id in (${MERGED} where crm_lead.name = ${name})`,
    },
    user_id: own('integer', 'user_id'),
    user_name: { kind: 'text', column: nameOf('res_users', 'user_id') },
    create_date: own('time', 'create_date'),
    undone_date: own('time', 'undone_date', true),
  },
  search: ({ words }) => sql`(lower(${nameOf('crm_lead', 'lead_id')}) like ${searchPattern(words)}
    or crm_lead_merge.id in (${MERGED} where lower(crm_lead.name) like ${searchPattern(words)}))`,
};
