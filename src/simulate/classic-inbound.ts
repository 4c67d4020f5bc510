import type { SimulatedCall } from './call.ts';
import { dialStatusOf } from './dial-status.ts';
import type { Moment, SimulatedPayload } from './event.ts';
import { agentAt, isInterim, recordingAt } from './moments.ts';
import { indianTime } from './time-text.ts';

/** Classic's calltrack event with every key seen live. `gid` and `eid` hold names, and `status` is not the dial status. */
export function classicInboundPayload(call: SimulatedCall, moment: Moment): SimulatedPayload {
  const agent = agentAt(call, moment);
  const interim = isInterim(moment);
  const talked = call.outcome === 'answered';
  return {
    callid: call.callId,
    calid: call.callId.slice(-9),
    refid: call.callId.slice(-8),
    bid: '6011',
    gid: call.line.group,
    assignto: agent?.name ?? '',
    eid: agent?.name ?? '',
    source: 'calltrack',
    landingnumber: call.line.number,
    callfrom: call.spelling,
    callto: agent?.phone ?? '',
    starttime: indianTime(call.start),
    ...(interim ? {} : { endtime: indianTime(call.end) }),
    pulse: interim ? '0' : String(Math.ceil(call.talkSeconds / 60)),
    answeredtime: interim || !talked ? '' : String(call.talkSeconds),
    callername: knownName(call),
    caller_email: knownName(call) === '' ? '' : call.customer.email,
    remark: '',
    status: '1',
    keyword: '',
    ...(interim ? {} : { filename: recordingAt(call, moment) ?? '' }),
    dialstatus: interim ? 'CONNECTING' : dialStatusOf(call),
    last_modified: '0000-00-00 00:00:00',
    ...(interim ? {} : { duration: talked ? String(call.talkSeconds + 1) : '0' }),
    empnumber: agent?.phone ?? '',
    empid: agent === null ? '' : agent.phone.slice(-2),
    empemail: agent?.email ?? '',
    region: 'Karnataka',
    // Invented, and there for a reason: the service must drop it before it logs or stores anything.
    apikey: 'simulated-apikey-0123456789abcdef',
    callType: 'Inbound',
  };
}

/** Classic knows a caller's name only when an agent once wrote it down; here for one customer in three. */
function knownName({ customer }: SimulatedCall): string {
  return Number(customer.number.slice(-2)) % 3 === 0 ? customer.name : '';
}
