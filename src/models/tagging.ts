import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { ListField } from './list.ts';

/** The tables whose rows bear tags, and the relations that say which. */
const RELATIONS = {
  crm_lead: { table: 'crm_lead_tag_rel', key: 'lead_id' },
  mcube_call_record: { table: 'mcube_call_record_tag_rel', key: 'call_record_id' },
} as const;

type Tagged = keyof typeof RELATIONS;

/** What a row bears, by name, as the lists show it. */
export type TagsOfRow = { tag_ids: number[]; tag_names: string[] };

/** Gives a row exactly these tags. */
export async function setTags(tx: Tx, tagged: Tagged, id: number, tagIds: readonly number[]): Promise<void> {
  const { table, key } = RELATIONS[tagged];
  await sql`
    delete from ${sql.table(table)} where ${sql.ref(key)} = ${id} and tag_id <> all(${tagIds}::integer[])`.execute(tx);
  await sql`
    insert into ${sql.table(table)} (${sql.ref(key)}, tag_id)
    select distinct ${id}::integer, tag_id from unnest(${tagIds}::integer[]) as given (tag_id)
    on conflict do nothing`.execute(tx);
}

/** Joins tag_ids and tag_names to rows of the table, which is named without an alias, as `tags`. */
export function joinTags(tagged: Tagged): RawBuilder<unknown> {
  const { table, key } = RELATIONS[tagged];
  return sql`
    cross join lateral (
      select coalesce(array_agg(tag.id order by lower(tag.name)), '{}') as tag_ids,
        coalesce(array_agg(tag.name order by lower(tag.name)), '{}') as tag_names
      from ${sql.table(table)} rel join crm_tag tag on tag.id = rel.tag_id
      where rel.${sql.ref(key)} = ${sql.ref(`${tagged}.id`)}) as tags`;
}

/** The filters by tags. */
export function tagFields(tagged: Tagged): { tag_ids: ListField; tag_names: ListField } {
  const { table, key } = RELATIONS[tagged];
  const id = sql.ref(`${tagged}.id`);
  const bearers = sql`select ${sql.ref(key)} from ${sql.table(table)}`;
  const first = (column: RawBuilder<unknown>) => sql`
    (select min(${column}) from ${sql.table(table)} rel join crm_tag tag on tag.id = rel.tag_id where rel.${sql.ref(key)} = ${id})`;
  return {
    tag_ids: {
      kind: 'integer',
      column: first(sql`tag.id`),
      equals: (tag) => sql`${id} in (${bearers} where tag_id = ${tag}::bigint)`,
    },
    tag_names: {
      kind: 'text',
      column: first(sql`tag.name`),
      equals: (name) => sql`
        ${id} in (${bearers} where tag_id = (select crm_tag.id from crm_tag where lower(crm_tag.name) = lower(${name})))`,
    },
  };
}
