import type { Insertable } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import type { Tables } from '../../src/db/tables.ts';

let made = 0;

/** A call record with everything boring filled in. */
export async function addCall(
  { kysely }: Database,
  fields: Partial<Insertable<Tables['mcube_call_record']>> = {},
): Promise<number> {
  made += 1;
  const { id } = await kysely
    .insertInto('mcube_call_record')
    .values({
      call_id: `9845000000${1_700_000_000 + made}`,
      call_date: new Date('2026-08-01T09:30:00Z'),
      direction: 'inbound',
      outcome: 'answered',
      family: 'cloud',
      merge_ranks: '-',
      lead_rule: 'open_lead',
      user_rule: 'fallback',
      assignment: 'fallback:nobody',
      ...fields,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
