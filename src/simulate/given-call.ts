import type { CallPlan, SimulatedCall, SimulatedOutcome } from './call.ts';
import { createDateStory } from './date-story.ts';
import { encodeEvent } from './encode-event.ts';
import type { Moment } from './event.ts';
import type { Account } from './lines.ts';
import { payloadOf } from './payload-of.ts';
import { AGENTS, type Agent } from './people.ts';
import type { Answer, Poster } from './poster.ts';

/** One call as somebody wants it: numbers as MCUBE would write them, lengths in seconds. */
export type GivenCall = {
  direction: CallPlan['direction'];
  /** The customer. */
  from: string;
  /** The virtual number. */
  to: string;
  /** Phones of the agents who are rung one after the other; who takes part last is named at the end. */
  agents: readonly string[];
  outcome: SimulatedOutcome;
  account: Exclude<Account, 'voicebot'>;
  startsAt: Date;
  ringSeconds: number;
  talkSeconds: number;
};

/** A call that rings and ends when it is told to, so that whoever plays it can look in between. */
export type PlayedCall = {
  readonly callId: string;
  /** On Call: the telephone of an agent rings, the first one's unless another place is given. */
  ring(place?: number): Promise<Answer>;
  /** On Hangup. */
  end(): Promise<Answer>;
};

export function playGivenCall(given: GivenCall, poster: Poster): PlayedCall {
  const call = writeCall(given);
  // Some panels report at once that somebody has picked up; here it rings until it is said to be over.
  const ringing: SimulatedCall = { ...call, outcome: 'no_answer' };
  const post = (at: SimulatedCall, moment: Moment) => poster.post(encodeEvent(payloadOf(at, moment)));
  return {
    callId: call.callId,
    ring: (place = 0) => post(ringing, { kind: 'on_call', tryIndex: place }),
    end: () => post(call, { kind: 'on_hangup', recordingThere: false }),
  };
}

function writeCall({ from, to, agents, account, startsAt, ringSeconds, ...given }: GivenCall): SimulatedCall {
  const plan: CallPlan = {
    ...given,
    line: { number: to, account, group: 'Sales', owner: null, hangupOnly: false },
    customer: { kind: 'person', number: from, name: '', email: '' },
    spelling: from,
    startsAfter: 0,
    tries: agents.map((phone) => ({ agent: agentOf(phone), ringSeconds: ringSeconds / agents.length })),
    talkSeconds: given.outcome === 'answered' ? given.talkSeconds : 0,
    transferredTo: null,
    endedBy: given.outcome === 'answered' ? 'Customer' : null,
    recording: 'none',
    autodialer: false,
  };
  const [call] = createDateStory('')([plan], startsAt);
  if (call === undefined) throw new Error('a story of one call has one');
  return call;
}

/** MCUBE names the agents of its group; of a stranger's phone only the number is known. */
function agentOf(phone: string): Agent {
  const known = AGENTS.find((agent) => agent.phone === phone);
  return known ?? { login: '', name: '', phone, email: '', directLine: '', team: 'Sales' };
}
