import type { Tx } from '../../db/database.ts';
import {
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
import { touchesOf } from '../../models/missed-call-touch.ts';
import { enqueuePush } from '../../models/push-subscription.ts';
import { awaitFirstRecordings, awaitRecordings, hasNewRecording } from '../../models/recording.ts';
import { agentOf, decideOwners } from './decide-owners.ts';
import type { Arrival, CallSettings, Draft, OwnedDraft } from './draft.ts';
import { followTouches, touchQueue } from './keep-missed-calls.ts';
import { linkLeads } from './link-leads.ts';
import { lookAround, type Surroundings } from './look-around.ts';

export type WrittenCalls = {
  /** Record id by call id, of every arrival. */
  recordIds: Map<string, number>;
  createdRecords: number[];
  changedRecords: number[];
  changedLeads: number[];
  openedLeads: number;
  /** Rows of the missed-call queue that say something else now. */
  missedCalls: number[];
};

/**
 * Writes a batch of calls, set by set: lock what is stored, merge, find or open the leads, decide the owners, write,
 * recount. The order of the steps is also the order of locks (records, leads, teams, the queue of missed calls as a whole,
 * rollups, each sorted), so that two batches wait for each other in one direction only. By the first, batches and merges of
 * leads wait for each other as well (models/lead-merge.ts).
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
    return { recordIds, createdRecords: [], changedRecords: [], changedLeads: [], openedLeads: 0, missedCalls: [] };

  const surroundings = await lookAround(tx, drafts, settings);
  const { linked, opened } = await linkLeads(tx, drafts, surroundings, settings);
  const owned = await decideOwners(tx, linked, surroundings, settings);
  const follows = owned.flatMap(ownerToFollow);
  await followOwner(tx, follows);

  const records = owned.map((draft) => ({ before: draft.before, after: recordOf(draft, surroundings, settings) }));
  const updates = records.flatMap(({ before, after }) => (before === undefined ? [] : [after]));
  const touches = records.flatMap(touchesOf);
  const [inserted, , queue] = await Promise.all([
    insertCallRecords(
      tx,
      records.flatMap(({ before, after }) => (before === undefined ? [after] : [])),
    ),
    // The queue reads what was written; when it need not be looked at, nobody waits for that.
    updateCallRecords(touches.length === 0 ? last : tx, updates),
    touchQueue(tx, touches),
  ]);
  for (const { before, after } of records) if (before === undefined) after.id = inserted.get(after.call_id) ?? 0;
  const written = records.filter(({ after }) => after.id !== 0);
  const missedCalls = await followTouches(tx, touches, queue, settings, now);
  await enqueuePush(last, missedCalls.tried);
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
    missedCalls: missedCalls.changed,
  };
}

/** Nothing, when the arrival tells nothing new. */
function draftOf(arrival: Arrival, before: StoredCallRecord | undefined): Draft[] {
  if (before === undefined) return [{ ...arrival, before, ringing_phone: arrival.ringing?.agent_phone ?? null }];
  const call = mergeCalls(before, arrival.call);
  if (sameCall(call, before) && !ringsElsewhere(arrival, before)) return [];
  const ringing_phone = ringsNow(arrival, before) ?? before.ringing_phone;
  return [{ ...arrival, call, before, ringing_phone }];
}

/** A repeat tells nothing new, but it belongs to its call; a replayed event belongs to it already. */
function repeatOf(arrival: Arrival, before: StoredCallRecord | undefined): EventLink[] {
  if (before === undefined || draftOf(arrival, before).length > 0) return [];
  const added = arrival.event_ids.filter((id) => !before.event_ids.includes(id));
  return added.length === 0 ? [] : [{ id: before.id, event_ids: added }];
}

/** The phone that rings since these events; a replay tells of the past. */
function ringsNow({ ringing }: Arrival, before: StoredCallRecord): string | undefined {
  const isNews = ringing !== undefined && before.event_ids.every((id) => id < ringing.event_id);
  return isNews ? ringing.agent_phone : undefined;
}

/** Hunting goes from agent to agent and back; that is news although the merged call may stay as it is. */
function ringsElsewhere(arrival: Arrival, before: StoredCallRecord): boolean {
  if (before.outcome !== 'in_progress') return false;
  return (ringsNow(arrival, before) ?? before.ringing_phone) !== before.ringing_phone;
}

function recordOf(draft: OwnedDraft, around: Surroundings, settings: CallSettings): StoredCallRecord {
  const { call, before, received_at, ...rest } = draft;
  const outcome = outcomeOf(call, false);
  const ringing_phone = outcome === 'in_progress' ? rest.ringing_phone : null;
  return {
    ...call,
    // A new one gets its id when it is inserted; it stays 0 when another process was first.
    id: before?.id ?? 0,
    call_date: call.call_date ?? before?.call_date ?? received_at,
    outcome,
    timed_out: false,
    event_ids: [...new Set([...(before?.event_ids ?? []), ...rest.event_ids])],
    lead_id: rest.lead?.id ?? null,
    lead_rule: rest.lead_rule,
    lead_candidates: rest.lead_candidates,
    user_id: rest.assignment.user_id,
    team_id: rest.team_id,
    agent_id: agentOf({ ...call, agent_phone: ringing_phone ?? call.agent_phone }, around, settings),
    ringing_phone,
    user_rule: rest.assignment.rule,
    assignment: rest.assignment.steps,
  };
}

function ownerToFollow({ call, lead, assignment, team_id }: OwnedDraft): LeadOwner[] {
  if (lead === undefined || lead.owner_call_id !== call.call_id || lead.user_id === assignment.user_id) return [];
  return [{ id: lead.id, user_id: assignment.user_id, team_id }];
}
