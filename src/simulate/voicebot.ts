import type { SimulatedCall } from './call.ts';
import { dialStatusOf } from './dial-status.ts';
import type { Moment, SimulatedPayload } from './event.ts';
import { recordingAt } from './moments.ts';
import { indianTime } from './time-text.ts';

/** The voice bot: camelCase keys, from and to instead of customer and agent, seconds as a whole number. */
export function voicebotPayload(call: SimulatedCall, moment: Moment): SimulatedPayload {
  const inbound = call.direction === 'inbound';
  return {
    callDirection: call.direction,
    fromNumber: inbound ? call.spelling : call.line.number,
    toNumber: inbound ? call.line.number : call.spelling,
    callId: call.callId,
    dialStatus: dialStatusOf(call),
    callProvider: 'mcube',
    filename: recordingAt(call, moment),
    startTime: indianTime(call.start),
    endTime: indianTime(call.end),
    answeredTime: call.talkSeconds,
  };
}
