import type { SimulatedCall } from './call.ts';
import { dialStatusOf } from './dial-status.ts';
import type { Moment, SimulatedPayload } from './event.ts';
import { agentAt, isInterim, recordingAt } from './moments.ts';
import { indianTime, lengthText } from './time-text.ts';

/** Cloud: thirteen keys, `refid` too on outbound calls; an On Call knows no end, no talk time and no recording. */
export function cloudPayload(call: SimulatedCall, moment: Moment): SimulatedPayload {
  const agent = agentAt(call, moment);
  const people = {
    starttime: indianTime(call.start),
    callid: call.callId,
    emp_phone: agent?.phone ?? '',
    clicktocalldid: call.line.number,
    callto: call.spelling,
  };
  const group = { groupname: call.line.group, agentname: agent?.name ?? '' };
  const extra = {
    ...(call.direction === 'outbound' ? { refid: `REF${call.callId.slice(-9)}` } : {}),
    ...(call.transferredTo !== null && moment.kind !== 'on_call' ? { is_transfered: '1' } : {}),
  };
  if (isInterim(moment)) {
    const dialstatus = moment.kind === 'transfer' || isPickUp(call, moment) ? 'ANSWER' : 'CONNECTING';
    return { ...people, dialstatus, direction: call.direction, disconnectedby: null, ...group, ...extra };
  }
  return {
    ...people,
    dialstatus: dialStatusOf(call),
    filename: recordingAt(call, moment) ?? '',
    direction: call.direction,
    endtime: indianTime(call.end),
    disconnectedby: call.endedBy,
    answeredtime: call.outcome === 'answered' ? lengthText(call.talkSeconds) : '',
    ...group,
    ...extra,
  };
}

/** Some panels report the moment of picking up, not of ringing; here those whose agent answered at once. */
function isPickUp(call: SimulatedCall, moment: Moment): boolean {
  const one = moment.kind === 'on_call' ? call.tries[moment.tryIndex] : undefined;
  return call.outcome === 'answered' && one !== undefined && one === call.tries.at(-1) && one.ringSeconds < 8;
}
