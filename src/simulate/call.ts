import type { Customer } from './customers.ts';
import type { Line } from './lines.ts';
import type { Agent } from './people.ts';

/** What happened on the telephone, before anybody wrote it down: lengths in seconds, no date yet. */
export type CallPlan = {
  direction: 'inbound' | 'outbound';
  line: Line;
  customer: Customer;
  /** The customer's number as the events of this call spell it. */
  spelling: string;
  outcome: SimulatedOutcome;
  /** From the beginning of its story to its own beginning. */
  startsAfter: number;
  /** Agents tried, in order, and how long each one's telephone rang; nobody at night. */
  tries: readonly { agent: Agent; ringSeconds: number }[];
  talkSeconds: number;
  /** Who the call was handed on to, after it was answered. */
  transferredTo: Agent | null;
  endedBy: 'Customer' | 'Agent' | null;
  recording: 'none' | 'at_hangup' | 'late';
  /** The autodialer sends what a callback sends, in other clothes. */
  autodialer: boolean;
};

export type SimulatedOutcome = 'answered' | 'busy' | 'no_answer' | 'cancelled' | 'agent_busy' | 'voicemail' | 'failed';

/** A plan that took place: with its dates and MCUBE's call id, which is made from them. */
export type SimulatedCall = CallPlan & {
  callId: string;
  start: Date;
  end: Date;
  recordingUrl: string;
};

/** What a customer goes through: one call, or several within minutes because nobody answered the first. */
export type Story = readonly CallPlan[];

/** From dialling to the end of the call. */
export function lengthOf(call: CallPlan): number {
  return ringSecondsOf(call) + call.talkSeconds;
}

/** Until somebody answered or gave up; a caller whom nobody's telephone announces hears a recorded voice for some seconds. */
export function ringSecondsOf(call: CallPlan): number {
  return call.tries.reduce((sum, { ringSeconds }) => sum + ringSeconds, call.tries.length === 0 ? 12 : 1);
}

/** The agent who spoke last, or who was tried last. */
export function lastAgentOf(call: CallPlan): Agent | null {
  return call.transferredTo ?? call.tries.at(-1)?.agent ?? null;
}
