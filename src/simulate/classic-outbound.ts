import type { SimulatedCall, SimulatedOutcome } from './call.ts';
import type { Moment, SimulatedPayload } from './event.ts';
import { agentAt, recordingAt } from './moments.ts';
import { indianTime } from './time-text.ts';

/** Classic's callback after a call an agent asked for: its status is in words, and it names no virtual number. */
export function classicCallbackPayload(call: SimulatedCall, moment: Moment): SimulatedPayload {
  const talked = call.outcome === 'answered';
  return {
    callid: call.callId,
    executive: agentAt(call, moment)?.phone ?? '',
    customer: call.spelling,
    starttime: indianTime(call.start),
    endtime: indianTime(call.end),
    status: WORDS[call.outcome],
    duration: talked ? String(call.talkSeconds + 1) : '0',
    answeredtime: talked ? String(call.talkSeconds) : '',
    filename: recordingAt(call, moment) ?? 'None',
    pulse: String(Math.ceil(call.talkSeconds / 60)),
    refid: `REF${call.callId.slice(-9)}`,
  };
}

/** The autodialer's hang-up: the same facts, each a field of its own. */
export function autodialerPayload(call: SimulatedCall, moment: Moment): SimulatedPayload {
  return {
    ...classicCallbackPayload(call, moment),
    callType: 'Outbound',
    caller_name: call.customer.name,
    source: 'autodialer',
  };
}

const WORDS: Record<SimulatedOutcome, string> = {
  answered: 'Call complete',
  busy: 'Customer Busy',
  no_answer: 'No Answer',
  cancelled: 'Cancel',
  agent_busy: 'Executive Busy',
  voicemail: 'Customer Busy',
  failed: 'Failed',
};
