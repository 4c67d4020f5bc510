// The fact sheet's samples, for the tests beside.
import type { CallEvent } from '../models/call-event.ts';
import type { Payload } from './payload.ts';
import { readCallEvent } from './read-call-event.ts';

export const FACTS = { receivedAt: new Date('2026-09-21T06:30:00Z'), defaultRegion: 'IN', timeZone: 'Asia/Kolkata' };

export const CLOUD = {
  starttime: '2026-09-21 11:49:57',
  callid: '98000000011790000000',
  emp_phone: '9800000001',
  clicktocalldid: '8030000001',
  callto: '9000000001',
  dialstatus: 'ANSWER',
  filename: 'https://recordings.example.com/2026/09/6011/98000000011790000000.wav',
  direction: 'inbound',
  endtime: '2026-09-21 11:50:28',
  disconnectedby: 'Customer',
  answeredtime: '00:00:04',
  groupname: 'Integration',
  agentname: 'Asha',
};
const { endtime: _end, filename: _file, answeredtime: _talk, ...onCall } = CLOUD;
export const CLOUD_ON_CALL = onCall;

export const CLASSIC = {
  ...{ callid: '8030000001179000000012', calid: '77', refid: '4711', gid: 'Sales', assignto: 'Asha', eid: 'Asha' },
  ...{ source: 'calltrack', landingnumber: '8030000001', callfrom: '9000000001', callto: '9800000001' },
  ...{
    starttime: '2026-09-21 11:49:57',
    endtime: '2026-09-21 11:53:10',
    pulse: '4',
    answeredtime: '192',
    duration: '193',
  },
  ...{ callername: 'Ravi', caller_email: '', remark: '', status: '1', keyword: '', dialstatus: 'ANSWER' },
  ...{ filename: 'http://recordings.example.com/a.wav', last_modified: '0000-00-00 00:00:00', empnumber: '9800000001' },
  ...{ empid: '12', empemail: 'asha@example.com', region: 'Karnataka', callType: 'Inbound' },
};

export const CLASSIC_OUTBOUND = {
  ...{ callid: '98000000021790000000', executive: '9800000002', customer: '9000000002', refid: 'our-7', pulse: '1' },
  ...{ starttime: '2026-09-21 11:49:57', endtime: '2026-09-21 11:51:00', status: 'Call complete' },
  ...{ duration: '50', answeredtime: '40', filename: 'None' },
};

export const VOICEBOT = {
  callDirection: 'inbound',
  fromNumber: '+919000000003',
  toNumber: '8030000003',
  callId: 'vb-1',
  dialStatus: 'ANSWERED',
  callProvider: 'mcube',
  filename: '',
  startTime: '2026-09-21 11:49:57',
  endTime: '2026-09-21 11:50:57',
  answeredTime: 41,
};

export const read = (payload: Payload) => readCallEvent(payload, FACTS);
export function call(payload: Payload): CallEvent {
  const reading = read(payload);
  if (reading.kind !== 'call') throw new Error(reading.message);
  return reading.event;
}
