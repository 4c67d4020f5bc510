import { sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import type { Settings } from '../kernel/settings.ts';
import { insertLead, updateLead } from '../models/lead.ts';
import { insertNote } from '../models/note.ts';
import { insertTag } from '../models/tag.ts';
import { setTags } from '../models/tagging.ts';
import { DEMO_TAGS, type DemoLead, type DemoWork, demoWork } from '../simulate/demo-work.ts';

type StoredLead = DemoLead & { user_id: number | null; contact_name: string | null; phone: string | null };

/**
 * Gives the leads of the demo what agents would have given them: stages, notes, tags, follow-ups. Then every lead and note
 * gets the date it would have had: so far all were made now.
 */
export async function workDemoLeads({ kysely }: Database, settings: Settings, now: Date): Promise<void> {
  await kysely.transaction().execute(async (tx) => {
    const leads = await readLeads(tx);
    const stages = (await tx.selectFrom('crm_stage').select('id').orderBy('sequence').execute()).map(({ id }) => id);
    const tagIds = new Map<string, number>();
    for (const tag of DEMO_TAGS) tagIds.set(tag.name, await insertTag(tx, tag));
    const ownerOf = new Map(leads.map(({ id, user_id }) => [id, user_id]));
    for (const work of demoWork(leads, { seed: 1, now })) {
      const { id, stage, tags, next_follow_up_at, next_follow_up_note } = work;
      const stage_id = stages[stage];
      const changes = { next_follow_up_at, next_follow_up_note, ...(stage_id !== undefined && { stage_id }) };
      await updateLead(tx, id, changes, settings.defaultRegion);
      const named = tags.flatMap((name) => tagIds.get(name) ?? []);
      if (named.length > 0) await setTags(tx, 'crm_lead', id, named);
      await writeNote(tx, work, ownerOf.get(id) ?? null);
    }
    await sql`
      update crm_lead set create_date = least(create_date, calls.first_date), write_date = least(write_date, calls.last_date),
        won_date = least(won_date, case when won_date is not null then calls.last_date end)
      from (select lead_id, min(call_date) as first_date, max(coalesce(end_date, call_date)) as last_date
        from mcube_call_record group by lead_id) as calls
      where crm_lead.id = calls.lead_id`.execute(tx);
    await enterTwice(tx, leads, settings.defaultRegion);
  });
}

async function readLeads(tx: Tx): Promise<StoredLead[]> {
  const { rows } = await sql<StoredLead>`
    select crm_lead.id, crm_lead.user_id, contact_name, phone, min(call_date) as first_call,
      max(coalesce(end_date, call_date)) as last_call, bool_or(outcome = 'answered') as spoken
    from crm_lead join mcube_call_record on lead_id = crm_lead.id
    group by crm_lead.id order by crm_lead.id`.execute(tx);
  return rows;
}

async function writeNote(tx: Tx, { id, note }: DemoWork, user_id: number | null): Promise<void> {
  if (note === null || user_id === null) return;
  const noteId = await insertNote(tx, { body: note.body, lead_id: id, call_record_id: null, user_id });
  await sql`update mail_message set create_date = ${note.at}, write_date = ${note.at} where id = ${noteId}`.execute(tx);
}

/** Two customers whom a colleague entered by hand although they had called: something to merge. */
async function enterTwice(tx: Tx, leads: readonly StoredLead[], region: string): Promise<void> {
  const named = leads.filter(({ contact_name, phone }) => contact_name !== null && phone !== null);
  for (const { contact_name, phone, user_id } of named.slice(0, 2))
    await insertLead(tx, { name: `${contact_name} (walk-in)`, contact_name, phone, user_id }, region);
}
