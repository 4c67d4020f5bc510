/** What is posted: an event of either product, or `{}` where only the HTTP server is measured. */
export const LOAD_BODIES = ['cloud', 'classic', 'empty'] as const;

export type LoadBody = (typeof LOAD_BODIES)[number];

export function isLoadBody(text: string): text is LoadBody {
  return LOAD_BODIES.some((body) => body === text);
}

/** A whole request in one buffer, in which only the digits of a call are written anew. */
export type RequestTemplate = {
  /** The request for the call of that number. The buffer is the same every time. */
  fill(number: number): Buffer;
};

export function createRequestTemplate(url: URL, body: LoadBody, customers: number): RequestTemplate {
  const { contentType, text } = BODIES[body];
  const request = Buffer.from(
    `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: ${contentType}\r\n` +
      `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    'latin1',
  );
  const phones = placesOf(request, PHONE);
  const epochs = placesOf(request, EPOCH);
  const times = placesOf(request, TIME);
  let written = '';
  return {
    fill(number) {
      // As MCUBE makes call ids: the phone's ten digits, then an epoch. Customers take turns in steps of a prime, so that
      // neighbours in time are no neighbours in an index.
      const phone = FIRST_PHONE + (((number % customers) * 7_919) % customers);
      const epoch = FIRST_EPOCH + Math.floor(number / customers);
      for (const place of phones) writeDigits(request, place, phone);
      for (const place of epochs) writeDigits(request, place, epoch);
      const time = currentTime();
      if (time !== written) for (const place of times) request.write(time, place, 'latin1');
      written = time;
      return request;
    },
  };
}

/** A number that no run before that moment has reached, as long as runs stay below 100,000 calls a second. */
export function freshCallNumber(now: Date): number {
  return Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 1_000) * 100_000;
}

const FIRST_PHONE = 9_000_000_000;
/** Counted from, not told as a time: it only has to have ten digits. */
const FIRST_EPOCH = 1_000_000_000;

const PHONE = 'PPPPPPPPPP';
const EPOCH = 'EEEEEEEEEE';
const TIME = 'TTTTTTTTTTTTTTTTTTT';

const CLOUD = {
  starttime: TIME,
  callid: `${PHONE}${EPOCH}`,
  emp_phone: '9800000001',
  clicktocalldid: '8030000001',
  callto: PHONE,
  dialstatus: 'ANSWER',
  filename: `https://recordings.example.com/2026/09/6011/${PHONE}${EPOCH}.wav`,
  direction: 'inbound',
  endtime: TIME,
  disconnectedby: 'Customer',
  answeredtime: '00:00:04',
  groupname: 'Integration',
  agentname: 'Asha',
};

const CLASSIC = {
  callid: `${PHONE}${EPOCH}`,
  gid: 'Support',
  landingnumber: '8030000005',
  callfrom: PHONE,
  callto: '9800000005',
  starttime: TIME,
  endtime: TIME,
  answeredtime: '4',
  filename: `https://recordings.example.com/2026/09/6011/${PHONE}${EPOCH}.wav`,
  dialstatus: 'ANSWER',
  duration: '5',
  empnumber: '9800000005',
  callType: 'Inbound',
};

const BODIES: Record<LoadBody, { contentType: string; text: string }> = {
  cloud: { contentType: 'application/json', text: JSON.stringify(CLOUD) },
  classic: {
    contentType: 'application/x-www-form-urlencoded',
    text: new URLSearchParams({ data: JSON.stringify(CLASSIC) }).toString(),
  },
  empty: { contentType: 'application/json', text: '{}' },
};

function placesOf(request: Buffer, mark: string): number[] {
  const places: number[] = [];
  for (let place = request.indexOf(mark); place !== -1; place = request.indexOf(mark, place + 1)) places.push(place);
  return places;
}

/** Ten decimal digits, without making a text of them first. */
function writeDigits(request: Buffer, place: number, value: number): void {
  let left = value;
  for (let index = place + 9; index >= place; index--) {
    const rest = Math.floor(left / 10);
    request[index] = 48 + left - rest * 10;
    left = rest;
  }
}

let timeText = '';
let timeUntil = 0;

/** The Indian wall clock, written out once a second. */
function currentTime(): string {
  const now = Date.now();
  if (now < timeUntil) return timeText;
  timeUntil = now - (now % 1_000) + 1_000;
  timeText = new Date(now + 5.5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return timeText;
}
