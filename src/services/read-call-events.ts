import type { Database } from '../db/database.ts';
import type { EventState, Outcome } from '../db/tables.ts';
import type { Settings } from '../kernel/settings.ts';
import { readCallEvent } from '../mcube/read-call-event.ts';
import type { CallEvent } from '../models/call-event.ts';
import { callOfEvent, outcomeOf } from '../models/merge-call.ts';
import { loadEventsOfRecord } from '../models/webhook-event-list.ts';
import { readPayload } from './calls/read-payload.ts';

/** One thing that MCUBE said of a call, as it was understood. What an event leaves out is null. */
export type CallEventStep = Pick<CallEvent, 'status' | 'agent_name' | 'agent_phone' | 'virtual_number'> & {
  id: number;
  received_at: Date;
  direction: CallEvent['direction'] | null;
  outcome: Outcome | null;
  duration: number;
  has_recording: boolean;
  /** Whether it told of the end. */
  final: boolean;
  state: EventState;
  reason: string | null;
};

type Parts = { database: Database; settings: Pick<Settings, 'defaultRegion' | 'timeZone'> };

/** What MCUBE said of a call, oldest first. Events that are older than events are kept are no longer there. */
export async function readCallEvents({ database, settings }: Parts, recordId: number): Promise<CallEventStep[]> {
  const events = await loadEventsOfRecord(database, recordId);
  return events.map(({ id, received_at, state, reason, payload }) => {
    const reading = readCallEvent(readPayload(payload), { ...settings, receivedAt: received_at });
    return { id, received_at, state, reason, ...(reading.kind === 'call' ? understood(reading.event) : UNREADABLE) };
  });
}

type Understood = Omit<CallEventStep, 'id' | 'received_at' | 'state' | 'reason'>;

function understood(event: CallEvent): Understood {
  const { direction, status, agent_name, agent_phone, virtual_number, duration, recording_url } = event;
  const outcome = outcomeOf(callOfEvent(event), false);
  const told = { direction, status, outcome, agent_name, agent_phone, virtual_number, duration };
  return { ...told, has_recording: recording_url !== null, final: outcome !== 'in_progress' };
}

/** It was read once; a later version of the service may refuse it. */
const UNREADABLE: Understood = {
  direction: null,
  status: null,
  outcome: null,
  agent_name: null,
  agent_phone: null,
  virtual_number: null,
  duration: 0,
  has_recording: false,
  final: false,
};
