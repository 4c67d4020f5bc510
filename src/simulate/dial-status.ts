import type { SimulatedCall, SimulatedOutcome } from './call.ts';

/** MCUBE's word for how a call ended, as all products but Classic's callback write it. */
export function dialStatusOf(call: SimulatedCall): string {
  return WORDS[call.outcome];
}

const WORDS: Record<SimulatedOutcome, string> = {
  answered: 'ANSWER',
  busy: 'BUSY',
  no_answer: 'NOANSWER',
  cancelled: 'CANCEL',
  agent_busy: 'EXECUTIVEBUSY',
  voicemail: 'VOICEMSG',
  failed: 'FAILED',
};
