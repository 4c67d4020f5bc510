import type { CallPlan, SimulatedOutcome } from './call.ts';
import type { Random } from './random.ts';

/** How a call ends, and what is left of it. */
export function chooseEnding(
  random: Random,
  direction: CallPlan['direction'],
  night: boolean,
): Pick<CallPlan, 'outcome' | 'talkSeconds' | 'endedBy' | 'recording'> {
  const outcome = random.weighted(night ? NIGHT : direction === 'inbound' ? INBOUND : OUTBOUND);
  if (outcome !== 'answered') {
    // The recorded voice that greets a caller is recorded too: such a file never proves an answer.
    const recording = direction === 'inbound' && random.chance(0.1) ? 'at_hangup' : 'none';
    return { outcome, talkSeconds: 0, endedBy: outcome === 'cancelled' ? 'Customer' : null, recording };
  }
  return {
    outcome,
    talkSeconds: Math.min(Math.max(Math.round(random.logNormal(95, 0.95)), 3), 3_600),
    endedBy: random.chance(0.62) ? 'Customer' : 'Agent',
    recording: random.chance(0.15) ? 'late' : 'at_hangup',
  };
}

type Weights = readonly (readonly [SimulatedOutcome, number])[];

/** About the shares of one live database: 65 % answered, 29 % busy. A caller who rings again adds to the answered ones. */
const INBOUND: Weights = [
  ['answered', 66],
  ['busy', 26],
  ['cancelled', 4],
  ['no_answer', 2],
  ['agent_busy', 1],
  ['voicemail', 1],
];

const OUTBOUND: Weights = [
  ['answered', 60],
  ['busy', 28],
  ['no_answer', 7],
  ['cancelled', 2],
  ['agent_busy', 1],
  ['failed', 2],
];

const NIGHT: Weights = [
  ['no_answer', 50],
  ['cancelled', 30],
  ['voicemail', 20],
];
