import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { fillLead, type LeadJson } from '../models/fill-lead.ts';
import {
  archiveMerged,
  holdCalls,
  lockLeads,
  moveBelongings,
  recordMerge,
  writeMergedColumns,
} from '../models/lead-merge.ts';
import { announce } from '../models/live-change.ts';
import type { Viewer } from '../security/viewer.ts';
import { keepMissedCallsOf, type QueueSettings } from './calls/keep-missed-calls.ts';

type Parts = { database: Database; settings: QueueSettings; clock: Clock };

/**
 * Makes one lead of several that are one person: the kept lead gets what the others hold and it lacks, they are archived and
 * point to it, and the next call of any of their numbers finds it. Locks as whoever writes calls: calls, then leads by id.
 * The rollups count calls by their owners, whom a merge leaves as they are. Returns the id by which it can be undone.
 */
export async function mergeLeads(
  { database, settings, clock }: Parts,
  { user_id }: Pick<Viewer, 'user_id'>,
  keptId: number,
  leadIds: readonly number[],
): Promise<number> {
  const mergedIds = [...new Set(leadIds)];
  if (mergedIds.includes(keptId)) throw new RequestError('invalid_input', say('merge_into_itself'));
  return await database.kysely.transaction().execute(async (tx) => {
    await holdCalls(tx);
    const leads = await lockLeads(tx, [keptId, ...mergedIds]);
    const kept = leads.get(keptId);
    if (kept === undefined)
      throw new RequestError('not_found', say('no_such_record', { model: 'crm.lead', id: keptId }));
    refuseMerged(kept);
    if (!kept.active) throw new RequestError('conflict', say('merge_into_archived', { id: keptId, name: kept.name }));
    const merged = mergedIds.map((id) => requireLead(leads, id));
    for (const lead of merged) refuseMerged(lead);

    const filled = fillLead(kept, merged);
    const id = await recordMerge(tx, { kept, filled, mergedIds, user_id });
    const moved = await moveBelongings(tx, keptId, mergedIds);
    await archiveMerged(tx, keptId, mergedIds);
    await writeMergedColumns(tx, filled);
    const people = [keptId, ...mergedIds].map((lead_id) => ({ lead_id, phone_sanitized: null }));
    const queue = await keepMissedCallsOf(tx, people, settings, clock.now());
    await announce(tx, [
      { model: 'mcube.missed.call', ids: queue.changed },
      { model: 'crm.lead.merge', ids: [id] },
      { model: 'crm.lead', ids: [keptId, ...mergedIds] },
      { model: 'mcube.call.record', ids: moved.call_record_ids },
      { model: 'mail.message', ids: moved.note_ids },
    ]);
    return id;
  });
}

function requireLead(leads: ReadonlyMap<number, LeadJson>, id: number): LeadJson {
  const lead = leads.get(id);
  if (lead === undefined) throw new RequestError('invalid_input', say('merge_of_unknown', { id }));
  return lead;
}

function refuseMerged({ id, name, merged_into_id }: LeadJson): void {
  if (merged_into_id !== null)
    throw new RequestError('conflict', say('merged_already', { id, name, into: merged_into_id }));
}
