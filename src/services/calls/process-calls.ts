import type { Tx } from '../../db/database.ts';
import { say } from '../../kernel/sentences.ts';
import { readCallEvent } from '../../mcube/read-call-event.ts';
import { announce } from '../../models/live-change.ts';
import { callOfEvent, type MergedCall, mergeCalls } from '../../models/merge-call.ts';
import { type InboxEvent, type SettledEvent, settleEvents } from '../../models/webhook-event.ts';
import type { Arrival, CallSettings } from './draft.ts';
import { isExpired, readPayload } from './read-payload.ts';
import { writeCalls } from './write-calls.ts';

/** What one batch did, for logs, metrics and dry runs. */
export type Processed = {
  settled: readonly SettledEvent[];
  /** What the batch told of each call. */
  told: readonly MergedCall[];
  createdRecords: readonly number[];
  changedRecords: readonly number[];
  openedLeads: number;
};

/**
 * Turns events of the inbox into call records, in the transaction that took them from the inbox: read, fold the events
 * of one call together, write all calls, settle all events. Whatever throws leaves everything as it was; what
 * `againIfInsertedElsewhere` knows is worth another try. Statements whose answer nobody needs go into `last`, which may send
 * them with the commit.
 */
export async function processCalls(
  tx: Tx,
  events: readonly InboxEvent[],
  settings: CallSettings,
  now: Date,
  last = tx,
): Promise<Processed> {
  const arrivals = new Map<string, Arrival>();
  const settled: SettledEvent[] = [];
  const readable: { event: InboxEvent; call_id: string }[] = [];
  for (const event of events) {
    const reading = readCallEvent(readPayload(event.payload), { ...settings, receivedAt: event.received_at });
    if (reading.kind === 'unreadable') {
      settled.push(settle(event, 'failed', reading.message, null, null));
    } else if (isExpired(reading.event, settings.callRetentionDays, now)) {
      settled.push(settle(event, 'ignored', say('older_than_kept'), reading.event.call_id, null));
    } else {
      const { agent_phone } = reading.event;
      const ringing = agent_phone === null ? undefined : { agent_phone, event_id: event.id };
      arrive(arrivals, {
        call: callOfEvent(reading.event),
        ringing,
        received_at: event.received_at,
        event_ids: [event.id],
        fresh: event.fresh,
      });
      readable.push({ event, call_id: reading.event.call_id });
    }
  }

  const written = await writeCalls(tx, last, [...arrivals.values()], settings, now);
  for (const { event, call_id } of readable) {
    if (written.deletedCalls.has(call_id)) settled.push(settle(event, 'ignored', DELETED, call_id, null));
    else settled.push(settle(event, 'processed', null, call_id, written.recordIds.get(call_id) ?? null));
  }
  await settleEvents(last, settled);
  await announce(last, [
    { model: 'mcube.call.record', ids: [...written.createdRecords, ...written.changedRecords] },
    { model: 'crm.lead', ids: written.changedLeads },
    { model: 'mcube.missed.call', ids: written.missedCalls },
  ]);
  return { ...written, settled, told: [...arrivals.values()].map(({ call }) => call) };
}

const DELETED = "The call's record was deleted by hand. Replay the event to make it again.";

function arrive(arrivals: Map<string, Arrival>, arrival: Arrival): void {
  const earlier = arrivals.get(arrival.call.call_id);
  if (earlier === undefined) {
    arrivals.set(arrival.call.call_id, arrival);
    return;
  }
  earlier.call = mergeCalls(earlier.call, arrival.call);
  earlier.event_ids.push(...arrival.event_ids);
  earlier.fresh &&= arrival.fresh;
  if ((arrival.ringing?.event_id ?? 0) > (earlier.ringing?.event_id ?? 0)) earlier.ringing = arrival.ringing;
}

function settle(
  event: InboxEvent,
  state: 'processed' | 'ignored' | 'failed',
  reason: string | null,
  call_id: string | null,
  call_record_id: number | null,
): SettledEvent {
  return { ...event, state, reason, attempts: event.attempts + 1, next_attempt_at: null, call_id, call_record_id };
}
