import { readCallEvent } from '../mcube/read-call-event.ts';
import type { InboxEvent, SettledEvent } from '../models/webhook-event.ts';
import type { CallSettings } from './calls/draft.ts';
import { readPayload } from './calls/read-payload.ts';

/** Due at once, with no attempt counted: the batch failed, not necessarily this event. */
export function dueNow(event: InboxEvent, now: Date): SettledEvent {
  return { ...event, state: 'received', reason: null, next_attempt_at: now, call_id: null, call_record_id: null };
}

/** Due again after a pause, or given up after the last. */
export function afterFailure(event: InboxEvent, error: unknown, settings: CallSettings, now: Date): SettledEvent {
  const attempts = event.attempts + 1;
  const wait = BACK_OFF_SECONDS[event.attempts];
  const reason = messageOf(error);
  const next_attempt_at = wait === undefined ? null : new Date(now.getTime() + wait * 1000);
  const state = wait === undefined ? 'failed' : 'received';
  const call_id = callIdOf(event, settings);
  return { ...event, attempts, state, reason, next_attempt_at, call_id, call_record_id: null };
}

/** Whoever looks for the call finds the event by it; null where reading it is what fails. */
function callIdOf({ payload, received_at }: InboxEvent, settings: CallSettings): string | null {
  try {
    const reading = readCallEvent(readPayload(payload), { ...settings, receivedAt: received_at });
    return reading.kind === 'call' ? reading.event.call_id : null;
  } catch {
    return null;
  }
}

/** Seconds before the second, third … attempt at an event that fails; after the last it is kept as failed. */
const BACK_OFF_SECONDS = [1, 5, 30, 120, 600];

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
