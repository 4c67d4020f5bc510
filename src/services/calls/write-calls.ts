import type { Tx } from '../../db/database.ts';
import {
  type CallRecord,
  type EventLink,
  insertCallRecords,
  linkEvents,
  lockCallRecords,
  type StoredCallRecord,
  updateCallRecords,
} from '../../models/call-record.ts';
import { recountCalls } from '../../models/call-rollup.ts';
import { followOwner, type LeadOwner } from '../../models/caller-lead.ts';
import { mergeCalls, outcomeOf, sameCall } from '../../models/merge-call.ts';
import { awaitFirstRecordings, awaitRecordings, hasNewRecording } from '../../models/recording.ts';
import { decideOwners } from './decide-owners.ts';
import type { Arrival, CallSettings, Draft, OwnedDraft } from './draft.ts';
import { linkLeads } from './link-leads.ts';
import { lookAround } from './look-around.ts';

export type WrittenCalls = {
  /** Record id by call id, of every arrival. */
  recordIds: Map<string, number>;
  createdRecords: number[];
  changedRecords: number[];
  changedLeads: number[];
  openedLeads: number;
};

/**
 * Writes a batch of calls, set by set: lock what is stored, merge, find or open the leads, decide the owners, write,
 * recount. The order of the steps is also the order of locks (records, leads, teams, rollups, each sorted), so that two
 * batches wait for each other in one direction only. By the first, batches and merges of leads wait for each other as well
 * (models/lead-merge.ts).
 */
export async function writeCalls(
  tx: Tx,
  last: Tx,
  arrivals: readonly Arrival[],
  settings: CallSettings,
  now: Date,
): Promise<WrittenCalls> {
  const stored = await lockCallRecords(
    tx,
    arrivals.map(({ call }) => call.call_id),
  );
  const recordIds = new Map([...stored].map(([callId, { id }]) => [callId, id]));
  const drafts = arrivals.flatMap((arrival) => draftOf(arrival, stored.get(arrival.call.call_id)));
  await linkEvents(
    last,
    arrivals.flatMap((arrival) => repeatOf(arrival, stored.get(arrival.call.call_id))),
  );
  if (drafts.length === 0)
    return { recordIds, createdRecords: [], changedRecords: [], changedLeads: [], openedLeads: 0 };

  const surroundings = await lookAround(tx, drafts, settings);
  const { linked, opened } = await linkLeads(tx, drafts, surroundings, settings);
  const owned = await decideOwners(tx, linked, surroundings, settings);
  const follows = owned.flatMap(ownerToFollow);
  await followOwner(tx, follows);

  const records = owned.map((draft) => ({ before: draft.before, after: recordOf(draft) }));
  const inserted = await insertCallRecords(
    tx,
    records.flatMap(({ before, after }) => (before === undefined ? [after] : [])),
  );
  const updates = records.flatMap(({ before, after }) => (before === undefined ? [] : [{ ...after, id: before.id }]));
  await updateCallRecords(last, updates);

  const written = records.filter(({ before, after }) => before !== undefined || inserted.has(after.call_id));
  await recountCalls(last, written, settings.timeZone);
  for (const [callId, id] of inserted) recordIds.set(callId, id);
  const recorded = written.filter(({ before, after }) => hasNewRecording(before, after));
  const idsOf = (records: typeof recorded) => records.flatMap(({ after }) => recordIds.get(after.call_id) ?? []);
  await awaitFirstRecordings(last, idsOf(recorded.filter(({ before }) => before === undefined)), now);
  await awaitRecordings(last, idsOf(recorded.filter(({ before }) => before !== undefined)), now);
  return {
    recordIds,
    createdRecords: [...inserted.values()],
    changedRecords: updates.map(({ id }) => id),
    changedLeads: [...new Set([...opened, ...follows.map(({ id }) => id)])],
    openedLeads: opened.length,
  };
}

/** Nothing, when the arrival tells nothing new. */
function draftOf(arrival: Arrival, before: StoredCallRecord | undefined): Draft[] {
  if (before === undefined) return [{ ...arrival, before }];
  const call = mergeCalls(before, arrival.call);
  return sameCall(call, before) ? [] : [{ ...arrival, call, before }];
}

/** A repeat tells nothing new, but it belongs to its call; a replayed event belongs to it already. */
function repeatOf({ call, event_ids }: Arrival, before: StoredCallRecord | undefined): EventLink[] {
  if (before === undefined || !sameCall(mergeCalls(before, call), before)) return [];
  const added = event_ids.filter((id) => !before.event_ids.includes(id));
  return added.length === 0 ? [] : [{ id: before.id, event_ids: added }];
}

function recordOf({ call, before, received_at, ...rest }: OwnedDraft): CallRecord {
  return {
    ...call,
    call_date: call.call_date ?? before?.call_date ?? received_at,
    outcome: outcomeOf(call, false),
    timed_out: false,
    event_ids: [...new Set([...(before?.event_ids ?? []), ...rest.event_ids])],
    lead_id: rest.lead?.id ?? null,
    lead_rule: rest.lead_rule,
    lead_candidates: rest.lead_candidates,
    user_id: rest.assignment.user_id,
    team_id: rest.team_id,
    user_rule: rest.assignment.rule,
    assignment: rest.assignment.steps,
  };
}

function ownerToFollow({ call, lead, assignment, team_id }: OwnedDraft): LeadOwner[] {
  if (lead === undefined || lead.owner_call_id !== call.call_id || lead.user_id === assignment.user_id) return [];
  return [{ id: lead.id, user_id: assignment.user_id, team_id }];
}
