import type { Database, Tx } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { emptyLead, type LeadJson } from '../models/fill-lead.ts';
import { chooseLead } from '../models/lead-matching.ts';
import { holdCalls, lockLeads, writeMergedColumns } from '../models/lead-merge.ts';
import {
  findCallerLeads,
  findLaterMerge,
  type LeadMerge,
  lockMerge,
  markUndone,
  moveBack,
  type NumberJson,
  type ReturningNumber,
  restoreMerged,
  returnNumbers,
  sendOnCalls,
} from '../models/lead-merge-undo.ts';
import { announce } from '../models/live-change.ts';
import { keepMissedCallsOf, type QueueSettings } from './calls/keep-missed-calls.ts';

type Parts = { database: Database; settings: QueueSettings; clock: Clock };

/**
 * Undoes a merge: every lead has again what it had. What people did since stays as they left it, and a call that came since
 * stays on the kept lead unless only a restored lead had its number. Refuses where the old state has no room any more.
 * Returns the restored leads.
 */
export async function undoMerge({ database, settings, clock }: Parts, id: number): Promise<number[]> {
  return await database.kysely.transaction().execute(async (tx) => {
    await holdCalls(tx);
    const merge = await lockMerge(tx, id);
    if (merge === undefined)
      throw new RequestError('not_found', say('no_such_record', { model: 'crm.lead.merge', id }));
    const mergedIds = merge.lines.map(({ lead_id }) => lead_id);
    const kept = (await lockLeads(tx, [merge.lead_id, ...mergedIds])).get(merge.lead_id);
    if (kept === undefined) throw new Error('a merge has lost its lead');
    await refuseWithoutRoom(tx, merge, kept);

    const returning = returningNumbers(merge);
    await restoreMerged(tx, id);
    await writeMergedColumns(tx, emptyLead(kept, { before: merge.lead_before, after: merge.lead_after }));
    const moved = await moveBack(tx, merge);
    await returnNumbers(tx, merge, returning);
    const sentOn = await sendOnCalls(tx, merge, returning);
    await markUndone(tx, id);
    const people = [merge.lead_id, ...mergedIds].map((lead_id) => ({ lead_id, phone_sanitized: null }));
    const queue = await keepMissedCallsOf(tx, people, settings, clock.now());
    await announce(tx, [
      { model: 'mcube.missed.call', ids: queue.changed },
      { model: 'crm.lead.merge', ids: [id] },
      { model: 'crm.lead', ids: [merge.lead_id, ...mergedIds] },
      { model: 'mcube.call.record', ids: [...moved.call_record_ids, ...sentOn] },
      { model: 'mail.message', ids: moved.note_ids },
    ]);
    return mergedIds;
  });
}

async function refuseWithoutRoom(tx: Tx, merge: LeadMerge, kept: LeadJson): Promise<void> {
  const refuse = (words: string) => new RequestError('conflict', words);
  if (merge.undone_date !== null) throw refuse(say('undone_already'));
  if (kept.merged_into_id !== null)
    throw refuse(say('kept_was_merged', { id: kept.id, name: kept.name, into: kept.merged_into_id }));
  const later = await findLaterMerge(tx, merge);
  if (later !== undefined) throw refuse(say('merged_since', { id: kept.id, name: kept.name, merge: later }));
  const numbers = merge.lines.flatMap(({ lead_before }) =>
    lead_before.is_open ? (lead_before.caller_number ?? []) : [],
  );
  const [rival] = await findCallerLeads(tx, numbers);
  if (rival !== undefined)
    throw refuse(say('number_taken_since', { id: rival.id, name: rival.name, number: rival.caller_number }));
}

/** The numbers that the kept lead did not have before, each with the merged lead to which its calls go. */
function returningNumbers({ numbers_before, lines }: LeadMerge): ReturningNumber[] {
  const own = new Set(numbers_before.map(({ phone_sanitized }) => phone_sanitized));
  const holders = Map.groupBy(
    lines.flatMap(({ lead_before, numbers_before: numbers }) => numbers.map((number) => ({ lead_before, number }))),
    ({ number }) => number.phone_sanitized,
  );
  return [...holders].flatMap(([phone_sanitized, among]) => {
    if (own.has(phone_sanitized)) return [];
    const candidates = among.map(({ lead_before, number }) => candidateOf(lead_before, number));
    const chosen = chooseLead(candidates).lead ?? candidates[0];
    return chosen === undefined ? [] : [{ phone_sanitized, lead_id: chosen.id }];
  });
}

function candidateOf({ id, is_open, user_id }: LeadJson, { chosen_at }: NumberJson) {
  return {
    id,
    is_open,
    user_id: user_id === null ? null : Number(user_id),
    owner_active: user_id !== null,
    owner_team_id: null,
    owner_call_id: null,
    chosen_at: chosen_at === null ? null : new Date(chosen_at),
  };
}
