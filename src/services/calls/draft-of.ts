import type { EventLink, StoredCallRecord } from '../../models/call-record.ts';
import { mergeCalls, sameCall } from '../../models/merge-call.ts';
import type { Arrival, Draft } from './draft.ts';

/** Nothing, when the arrival tells nothing new. */
export function draftOf(arrival: Arrival, before: StoredCallRecord | undefined): Draft[] {
  if (before === undefined) return [{ ...arrival, before, ringing_phone: arrival.ringing?.agent_phone ?? null }];
  const call = mergeCalls(before, arrival.call);
  if (sameCall(call, before) && !ringsElsewhere(arrival, before)) return [];
  const ringing_phone = ringsNow(arrival, before) ?? before.ringing_phone;
  return [{ ...arrival, call, before, ringing_phone }];
}

/** A repeat tells nothing new, but it belongs to its call; a replayed event belongs to it already. */
export function repeatOf(arrival: Arrival, before: StoredCallRecord | undefined): EventLink[] {
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
