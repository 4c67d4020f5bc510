import { ringSecondsOf, type SimulatedCall } from './call.ts';
import type { Moment, SimulatedEvent } from './event.ts';
import { payloadOf, reportsOnCall } from './payload-of.ts';
import type { Random } from './random.ts';

/** The events of one call in the order in which MCUBE sends them: mostly that of the call, never all of it reliable. */
export function eventsOf(random: Random, call: SimulatedCall): SimulatedEvent[] {
  const planned = momentsOf(random, call);
  const lateOnCall = random.chance(WRONG_ORDER_SHARE);
  const events = planned.flatMap(({ moment, second }) => {
    const overtaken = lateOnCall && moment.kind === 'on_call';
    const sentAt = (overtaken ? secondsOf(call) + 2 : second) + random.integer(400, 1_600) / 1_000;
    const at = new Date(call.start.getTime() + Math.round(sentAt * 1_000));
    const event = { callId: call.callId, moment: moment.kind, at, ...payloadOf(call, moment) };
    if (!random.chance(REPEAT_SHARE)) return [event];
    return [event, { ...event, at: new Date(at.getTime() + random.integer(300, 20_000)) }];
  });
  return events.sort((first, second) => first.at.getTime() - second.at.getTime());
}

const REPEAT_SHARE = 0.04;
const WRONG_ORDER_SHARE = 0.04;

type PlannedMoment = { moment: Moment; second: number };

function momentsOf(random: Random, call: SimulatedCall): PlannedMoment[] {
  const interim = reportsOnCall(call) ? interimMomentsOf(call) : [];
  const recordingThere = call.recording === 'at_hangup';
  const over: PlannedMoment = { moment: { kind: 'on_hangup', recordingThere }, second: secondsOf(call) };
  if (call.recording !== 'late') return [...interim, over];
  const late = { moment: { kind: 'recording' as const }, second: over.second + random.integer(30, 75) };
  return [...interim, over, late];
}

/** One On Call for every agent whose telephone rings, and one for the agent a call is handed on to. */
function interimMomentsOf(call: SimulatedCall): PlannedMoment[] {
  let second = 0;
  const rings = call.tries.map(({ ringSeconds }, tryIndex): PlannedMoment => {
    const moment = { moment: { kind: 'on_call' as const, tryIndex }, second };
    second += ringSeconds;
    return moment;
  });
  if (call.transferredTo === null) return rings;
  return [...rings, { moment: { kind: 'transfer' }, second: ringSecondsOf(call) + Math.floor(call.talkSeconds / 2) }];
}

function secondsOf(call: SimulatedCall): number {
  return (call.end.getTime() - call.start.getTime()) / 1_000;
}
