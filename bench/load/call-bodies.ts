/** What is posted: an event of either product, or `{}` where only the HTTP server is measured. */
export const LOAD_BODIES = ['cloud', 'classic', 'empty'] as const;

export type LoadBody = (typeof LOAD_BODIES)[number];

export function isLoadBody(text: string): text is LoadBody {
  return LOAD_BODIES.some((body) => body === text);
}

/** Places in a body that are written anew for every call. */
export const MARKS = {
  phone: 'PPPPPPPPPP',
  agent: 'AAAAAAAAAA',
  virtualNumber: 'VVVVVVVVVV',
  /** A call id is the digits of a phone, then an epoch. */
  idPhone: 'IIIIIIIIII',
  epoch: 'EEEEEEEEEE',
  time: 'TTTTTTTTTTTTTTTTTTT',
} as const;

const CALL_ID = `${MARKS.idPhone}${MARKS.epoch}`;

const CLOUD = {
  starttime: MARKS.time,
  callid: CALL_ID,
  emp_phone: MARKS.agent,
  clicktocalldid: MARKS.virtualNumber,
  callto: MARKS.phone,
  dialstatus: 'ANSWER',
  filename: `https://recordings.example.com/2026/09/6011/${CALL_ID}.wav`,
  direction: 'inbound',
  endtime: MARKS.time,
  disconnectedby: 'Customer',
  answeredtime: '00:00:04',
  groupname: 'Integration',
  agentname: 'Asha',
};

const CLASSIC = {
  callid: CALL_ID,
  gid: 'Support',
  landingnumber: MARKS.virtualNumber,
  callfrom: MARKS.phone,
  callto: MARKS.agent,
  starttime: MARKS.time,
  endtime: MARKS.time,
  answeredtime: '4',
  filename: `https://recordings.example.com/2026/09/6011/${CALL_ID}.wav`,
  dialstatus: 'ANSWER',
  duration: '5',
  empnumber: MARKS.agent,
  callType: 'Inbound',
};

/** An unanswered call has no talk time and no recording. */
function unanswered<Body extends typeof CLOUD | typeof CLASSIC>(body: Body, dialstatus: string, none: string): Body {
  return { ...body, dialstatus, answeredtime: none, filename: 'None' };
}

const asForm = (call: object) => new URLSearchParams({ data: JSON.stringify(call) }).toString();

/** The texts take turns: of ten calls seven are answered and two are busy, near to what a live account showed. */
export const CALL_BODIES: Record<LoadBody, { contentType: string; texts: readonly string[] }> = {
  cloud: {
    contentType: 'application/json',
    texts: [
      ...Array.from({ length: 7 }, () => CLOUD),
      unanswered(CLOUD, 'BUSY', '00:00:00'),
      unanswered(CLOUD, 'BUSY', '00:00:00'),
      unanswered(CLOUD, 'NOANSWER', '00:00:00'),
    ].map((call) => JSON.stringify(call)),
  },
  classic: {
    contentType: 'application/x-www-form-urlencoded',
    texts: [
      ...Array.from({ length: 7 }, () => CLASSIC),
      unanswered(CLASSIC, 'BUSY', '0'),
      unanswered(CLASSIC, 'BUSY', '0'),
      unanswered(CLASSIC, 'NOANSWER', '0'),
    ].map(asForm),
  },
  empty: { contentType: 'application/json', texts: ['{}'] },
};
