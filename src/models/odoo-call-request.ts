import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

export type TakenCallRequest = {
  odoo_id: number;
  phone_number: string;
  lead_id: number | null;
  user_id: number | null;
  request_date: Date;
  state: 'refused' | 'expired';
  answer: string;
};

/**
 * Takes requests, people and leads by Odoo's ids; each once, whoever asks and however often. Which of them this call took.
 */
export async function takeCallRequests(
  { kysely }: Database,
  requests: readonly TakenCallRequest[],
  now: Date,
): Promise<number[]> {
  if (requests.length === 0) return [];
  const { rows } = await sql<{ odoo_id: number }>`
    insert into odoo_call_request (odoo_id, phone_number, lead_id, user_id, request_date, state, answer, create_date)
    select told.odoo_id, told.phone_number, crm_lead.id, res_users.id, told.request_date, told.state, told.answer, ${now}
    from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as told (odoo_id integer, phone_number text, lead_id integer,
        user_id integer, request_date timestamptz, state text, answer text)
      left join crm_lead on crm_lead.odoo_id = told.lead_id
      left join res_users on res_users.odoo_id = told.user_id
    on conflict do nothing returning odoo_id`.execute(kysely);
  return rows.map(({ odoo_id }) => odoo_id);
}

/** Those whose answer Odoo may not have yet. */
export async function unansweredCallRequests({ kysely }: Database): Promise<{ odoo_id: number; answer: string }[]> {
  return await kysely
    .selectFrom('odoo_call_request')
    .select(['odoo_id', 'answer'])
    .where('answered_date', 'is', null)
    .orderBy('odoo_id')
    .limit(100)
    .execute();
}

export async function settleCallRequest({ kysely }: Database, odooId: number, now: Date): Promise<void> {
  await kysely.updateTable('odoo_call_request').set({ answered_date: now }).where('odoo_id', '=', odooId).execute();
}

/** They hold numbers of people, and nobody looks at old ones. */
export async function forgetCallRequests({ kysely }: Database, before: Date): Promise<void> {
  await kysely
    .deleteFrom('odoo_call_request')
    .where('answered_date', 'is not', null)
    .where('create_date', '<', before)
    .execute();
}
