import { lastAgentOf, type SimulatedCall } from './call.ts';
import type { Moment } from './event.ts';
import type { Agent } from './people.ts';

/** Who is on the telephone at this moment: the one who is rung, or at the end the one who spoke last. */
export function agentAt(call: SimulatedCall, moment: Moment): Agent | null {
  return moment.kind === 'on_call' ? (call.tries[moment.tryIndex]?.agent ?? null) : lastAgentOf(call);
}

/** Whether the call is still going on. */
export function isInterim(moment: Moment): boolean {
  return moment.kind === 'on_call' || moment.kind === 'transfer';
}

/** The recording's address once MCUBE has it; null before, and when there is none. */
export function recordingAt(call: SimulatedCall, moment: Moment): string | null {
  if (call.recording === 'none' || isInterim(moment)) return null;
  return moment.kind === 'on_hangup' && !moment.recordingThere ? null : call.recordingUrl;
}
