import type { Client } from 'pg';

type Index = { drop: string; make: string };

/**
 * Runs a large insert without the indexes of its tables and makes them again behind it, from their own definitions: sorted
 * at once they take a fraction of the time, and of the space. What a foreign key leans on stays.
 */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<Index>(INDEXES, [tables]);
  for (const { drop } of rows) await client.query(drop);
  await fill();
  for (const { make } of rows) await client.query(make);
}

const INDEXES = `
  select
    case when con.oid is null then format('drop index %s', index.indexrelid::regclass)
      else format('alter table %s drop constraint %I', index.indrelid::regclass, con.conname) end as drop,
    case when con.oid is null then pg_get_indexdef(index.indexrelid)
      else format('alter table %s add constraint %I %s', index.indrelid::regclass, con.conname, pg_get_constraintdef(con.oid)) end as make
  from pg_index index
  left join pg_constraint con on con.conindid = index.indexrelid and con.contype in ('p', 'u')
  where index.indrelid = any($1::text[]::regclass[])
    and not exists (select from pg_constraint leaning where leaning.contype = 'f' and leaning.conindid = index.indexrelid)
  order by con.contype nulls last`;
