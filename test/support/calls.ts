/** Events as MCUBE's products send them, for tests that tell a story with them. */
export type CallFields = Record<string, unknown> & { callid?: string };
export type SentCall = Record<string, unknown> & { callid: string };

const HANG_UP = {
  starttime: '2026-09-21 11:49:57',
  emp_phone: '9800000001',
  clicktocalldid: '8030000001',
  callto: '9000000001',
  dialstatus: 'ANSWER',
  filename: 'https://recordings.example.com/2026/09/6011/call.wav',
  direction: 'inbound',
  endtime: '2026-09-21 11:50:28',
  disconnectedby: 'Customer',
  answeredtime: '00:00:04',
  groupname: 'Integration',
  agentname: 'Asha',
};

let made = 0;

/** A call id as MCUBE makes them, and new every time. */
export function newCallId(): string {
  made += 1;
  return `9800000001${1_790_000_000 + made}`;
}

/** Cloud's On Hangup of a new call, unless the fields say otherwise. */
export function hangUp(fields: CallFields = {}): SentCall {
  return { ...HANG_UP, callid: newCallId(), ...fields };
}

/** Cloud's On Call of a new call: it rings. */
export function onCall(fields: CallFields = {}): SentCall {
  const { endtime, filename, answeredtime, disconnectedby, ...ringing } = hangUp();
  return { ...ringing, dialstatus: 'CONNECTING', ...fields };
}

/** A missed call. */
export function missed(fields: CallFields = {}): SentCall {
  return hangUp({ dialstatus: 'NOANSWER', answeredtime: '', filename: 'None', agentname: null, ...fields });
}
