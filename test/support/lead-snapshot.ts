import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';

/**
 * Everything that leads hold, row for row, as text. Without the moments of writing of leads and calls, which move on with
 * every merge and undo, so that whoever reads what is new since a moment learns of both.
 */
export async function snapshotOf({ kysely }: Pick<Database, 'kysely'>, leadIds: readonly number[]): Promise<string[]> {
  const of = (table: string, key: string, order: string) => sql`
    select ${table} || ' ' || (to_jsonb(it) - ${sql.raw(UNDATED.has(table) ? `'write_date'` : `''`)})::text as line
    from ${sql.table(table)} it where ${sql.ref(key)} = any(${leadIds}::integer[]) order by ${sql.raw(order)}`;
  const parts: RawBuilder<unknown>[] = [
    of('crm_lead', 'id', 'id'),
    of('phone_number', 'lead_id', 'id'),
    of('crm_lead_tag_rel', 'lead_id', 'lead_id, tag_id'),
    of('mail_message', 'lead_id', 'id'),
    of('mcube_call_record', 'lead_id', 'id'),
  ];
  const lines: string[] = [];
  for (const part of parts)
    for (const row of (await sql<{ line: string }>`${part}`.execute(kysely)).rows) lines.push(row.line);
  return lines;
}

const UNDATED = new Set(['crm_lead', 'mcube_call_record']);
