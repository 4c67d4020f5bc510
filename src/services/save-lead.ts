import type { Database, Tx } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import type { Settings } from '../kernel/settings.ts';
import { insertLead, type LeadFields, numbersOf, updateLead } from '../models/lead.ts';
import { findOpenLead, type KnownLead } from '../models/lead-duplicates.ts';
import { announce } from '../models/live-change.ts';
import { setTags } from '../models/tagging.ts';
import type { Viewer } from '../security/viewer.ts';
import { keepMissedCallsOf, type QueueSettings } from './calls/keep-missed-calls.ts';
import { requireOwner } from './require-owner.ts';

type Parts = { database: Database; settings: QueueSettings & Pick<Settings, 'defaultRegion'>; clock: Clock };

export type LeadChanges = Partial<LeadFields> & { tag_ids?: readonly number[] };
export type NewLead = LeadChanges & Pick<LeadFields, 'name'> & { allow_duplicate?: boolean };

/** Creates a lead as a person enters it; it is theirs unless they say whose it is. A second one for a number, only knowingly. */
export async function createLead({ database, settings }: Parts, viewer: Viewer, lead: NewLead): Promise<number> {
  const { tag_ids, allow_duplicate = false, ...fields } = lead;
  return await database.kysely.transaction().execute(async (tx) => {
    if (!allow_duplicate) await refuseDuplicate(tx, numbersOf(fields.phone ?? null, settings.defaultRegion));
    if (fields.user_id != null) await requireOwner(tx, fields.user_id);
    const id = await insertLead(tx, { user_id: viewer.user_id, ...fields }, settings.defaultRegion);
    if (tag_ids !== undefined) await setTags(tx, 'crm_lead', id, tag_ids);
    await announce(tx, [{ model: 'crm.lead', ids: [id] }]);
    return id;
  });
}

export async function changeLead(
  { database, settings, clock }: Parts,
  id: number,
  changes: LeadChanges,
): Promise<void> {
  const { tag_ids, ...fields } = changes;
  await database.kysely.transaction().execute(async (tx) => {
    if (fields.user_id != null && !(await owns(tx, fields.user_id, id))) await requireOwner(tx, fields.user_id);
    const update = await updateLead(tx, id, fields, settings.defaultRegion);
    if (update.kind === 'unknown')
      throw new RequestError('not_found', say('no_such_record', { model: 'crm.lead', id }));
    if (update.kind === 'merged') throw new RequestError('conflict', say('change_merged', { into: update.into }));
    if (tag_ids !== undefined) await setTags(tx, 'crm_lead', id, tag_ids);
    // Another number is another way in which the person may have been reached.
    const leads = fields.phone === undefined ? [] : [{ lead_id: id, phone_sanitized: null }];
    const queue = await keepMissedCallsOf(tx, leads, settings, clock.now());
    await announce(tx, [
      { model: 'crm.lead', ids: [id] },
      { model: 'mcube.missed.call', ids: queue.changed },
    ]);
  });
}

/** A form may send what it was given, also when its owner has gone since. */
async function owns(tx: Tx, userId: number, leadId: number): Promise<boolean> {
  const lead = await tx.selectFrom('crm_lead').select('user_id').where('id', '=', leadId).executeTakeFirst();
  return lead?.user_id === userId;
}

async function refuseDuplicate(tx: Tx, numbers: readonly string[]): Promise<void> {
  const known = await findOpenLead(tx, numbers);
  if (known === undefined) return;
  throw new RequestError('duplicate_lead', duplicateWords(known), undefined, { lead_id: known.id });
}

function duplicateWords({ id, name, stage_name, user_name }: KnownLead): string {
  const lead = { id, name, stage: stage_name };
  return user_name === null ? say('number_has_lead', lead) : say('number_worked_by', { ...lead, user: user_name });
}
