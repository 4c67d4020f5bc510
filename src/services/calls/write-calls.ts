import type { Tx } from '../../db/database.ts';
import {
  insertCallRecords,
  linkEvents,
  lockCallRecords,
  reserveIds,
  type StoredCallRecord,
  updateCallRecords,
} from '../../models/call-record.ts';
import { recountCalls } from '../../models/call-rollup.ts';
import { followOwner, type LeadOwner } from '../../models/caller-lead.ts';
import { findDeletedCalls, forgetDeletedCalls } from '../../models/deleted-call.ts';
import { outcomeOf } from '../../models/merge-call.ts';
import { touchesOf } from '../../models/missed-call-touch.ts';
import { enqueuePush } from '../../models/push-subscription.ts';
import { awaitFirstRecordings, awaitRecordings, hasNewRecording } from '../../models/recording.ts';
import { agentOf, decideOwners } from './decide-owners.ts';
import type { Arrival, CallSettings, OwnedDraft } from './draft.ts';
import { draftOf, repeatOf } from './draft-of.ts';
import { followTouches } from './keep-missed-calls.ts';
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
  /** Arrivals whose record a person has deleted; nothing is written of them. */
  deletedCalls: ReadonlySet<string>;
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
  const found = arrivals.flatMap((arrival) => draftOf(arrival, stored.get(arrival.call.call_id)));
  await linkEvents(
    last,
    arrivals.flatMap((arrival) => repeatOf(arrival, stored.get(arrival.call.call_id))),
  );
  if (found.length === 0) return { ...NOTHING, recordIds };

  const unseen = found.flatMap(({ before, call }) => (before === undefined ? [call.call_id] : []));
  const [deleted, surroundings, newIds] = await Promise.all([
    findDeletedCalls(tx, unseen),
    lookAround(tx, found, settings),
    reserveIds(tx, unseen.length),
  ]);
  const drafts = found.filter(({ call, fresh }) => !fresh || !deleted.has(call.call_id));
  const deletedCalls = new Set(deleted);
  for (const { call } of drafts) deletedCalls.delete(call.call_id);
  const { linked, opened } = await linkLeads(tx, drafts, surroundings, settings);
  const owned = await decideOwners(tx, linked, surroundings, settings);
  const follows = owned.flatMap(ownerToFollow);

  const written = owned.map((draft) => {
    const id = draft.before?.id ?? newIds.pop() ?? 0;
    return { before: draft.before, after: recordOf(draft, id, surroundings, settings) };
  });
  const [created, changed] = [added(written), updated(written)];
  await forgetDeletedCalls(
    last,
    created.flatMap(({ call_id }) => (deleted.has(call_id) ? [call_id] : [])),
  );
  const touches = written.flatMap(touchesOf);
  // The queue reads what was written; when it need not be looked at, nobody waits for that.
  const writing = touches.length === 0 ? last : tx;
  const recorded = written.filter(({ before, after }) => hasNewRecording(before, after));
  // Begun together they travel together, in this order: all that can be is done before the queue is locked.
  const [, , , , , missedCalls] = await Promise.all([
    followOwner(writing, follows),
    insertCallRecords(writing, created),
    updateCallRecords(writing, changed),
    awaitFirstRecordings(writing, idsOf(added(recorded)), now),
    awaitRecordings(writing, idsOf(updated(recorded)), now),
    followTouches(tx, touches, settings, now),
  ]);
  for (const { call_id, id } of created) recordIds.set(call_id, id);
  await enqueuePush(last, missedCalls.tried);
  await recountCalls(last, written, settings.timeZone);
  return {
    recordIds,
    createdRecords: idsOf(created),
    changedRecords: idsOf(changed),
    changedLeads: [...new Set([...opened, ...follows.map(({ id }) => id)])],
    openedLeads: opened.length,
    missedCalls: missedCalls.changed,
    deletedCalls,
  };
}

const NOTHING = {
  createdRecords: [],
  changedRecords: [],
  changedLeads: [],
  openedLeads: 0,
  missedCalls: [],
  deletedCalls: new Set<string>(),
};

type Written = { before: StoredCallRecord | undefined; after: StoredCallRecord };

function added(written: readonly Written[]): StoredCallRecord[] {
  return written.flatMap(({ before, after }) => (before === undefined ? [after] : []));
}

function updated(written: readonly Written[]): StoredCallRecord[] {
  return written.flatMap(({ before, after }) => (before === undefined ? [] : [after]));
}

function idsOf(records: readonly StoredCallRecord[]): number[] {
  return records.map(({ id }) => id);
}

function recordOf(draft: OwnedDraft, id: number, around: Surroundings, settings: CallSettings): StoredCallRecord {
  const { call, before, received_at, ...rest } = draft;
  const outcome = outcomeOf(call, false);
  const ringing_phone = outcome === 'in_progress' ? rest.ringing_phone : null;
  return {
    ...call,
    id,
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
