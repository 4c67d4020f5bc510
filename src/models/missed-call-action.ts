import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { MissedCallAction } from './missed-call.ts';

/** A row of the queue, as far as somebody who works on it must know it. */
export type QueuedPerson = {
  id: number;
  lead_id: number | null;
  phone_sanitized: string | null;
  first_missed_date: Date;
  last_missed_date: Date;
  last_call_record_id: number;
  closed_date: Date | null;
  settled_until: Date | null;
};

export async function insertActions(tx: Tx, actions: readonly Omit<MissedCallAction, 'id'>[]): Promise<void> {
  if (actions.length > 0)
    await tx
      .insertInto('mcube_missed_call_action')
      .values([...actions])
      .execute();
}

/** The missed calls between the first and the last try of a row, that one at the end. */
export async function callsOfRow(tx: Tx, row: QueuedPerson): Promise<string[]> {
  const { rows } = await sql<{ call_id: string }>`
    select call_id from mcube_call_record
    where lead_id is not distinct from ${row.lead_id} and (lead_id is not null or phone_sanitized = ${row.phone_sanitized})
      and direction = 'inbound' and outcome not in ('answered', 'in_progress')
      and call_date between ${row.first_missed_date} and ${row.last_missed_date}
    order by id = ${row.last_call_record_id}, call_date, call_id`.execute(tx);
  return rows.map(({ call_id }) => call_id);
}

/** Ends the snoozes whose time has come, and returns their rows. */
export async function wakeSnoozed(tx: Tx, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update mcube_missed_call set snoozed_until = null, write_date = now() where snoozed_until <= ${now}
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}
