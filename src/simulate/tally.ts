import type { SimulatedCall } from './call.ts';
import type { Answer } from './poster.ts';

/** Counts a run as it goes. */
export type Tally = {
  sent: number;
  accepted: number;
  retries: number;
  /** By status, or by the network's word when there was no answer. */
  refused: Map<string, number>;
  /** Calls of which at least one event was accepted: the service owes us these. */
  calls: Map<string, SimulatedCall>;
  add(call: SimulatedCall, answer: Answer): void;
};

export function createTally(): Tally {
  const tally: Tally = {
    sent: 0,
    accepted: 0,
    retries: 0,
    refused: new Map(),
    calls: new Map(),
    add(call, answer) {
      tally.sent += 1;
      if (answer.kind === 'status' && answer.status >= 200 && answer.status < 300) {
        tally.accepted += 1;
        tally.calls.set(call.callId, call);
        return;
      }
      const reason = answer.kind === 'status' ? String(answer.status) : answer.code;
      tally.refused.set(reason, (tally.refused.get(reason) ?? 0) + 1);
    },
  };
  return tally;
}
