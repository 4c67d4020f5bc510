import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Calls posted over several connections until stopped, whatever happens to the service meanwhile. */
export type Load = {
  /** Ids of all calls for which a 202 came. */
  readonly accepted: ReadonlySet<string>;
  /** Posts by what came of them: a status, or that the connection broke. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Where to post from now on. */
  aim(url: string): void;
  stop(): Promise<void>;
};

/** Few enough customers for the first calls of one to meet again and again. */
const CUSTOMERS = 400;

export function startLoad(connections: number): Load {
  const accepted = new Set<string>();
  const outcomes = new Map<string, number>();
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let target: string | undefined;
  let stopped = false;
  let calls = 0;

  async function post(call: { callid: string }): Promise<void> {
    const outcome = await postOnce(agent, `${target}/mcube/webhook`, JSON.stringify(call));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (outcome === '202') accepted.add(call.callid);
    // As any client would, it does not hammer what is not there.
    else await sleep(20);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      if (target === undefined) await sleep(20);
      else for (const event of eventsOfCall(calls++)) await post(event);
    }
  }

  const running = Promise.all(Array.from({ length: connections }, run));
  return {
    accepted,
    outcomes,
    aim(url) {
      target = url;
    },
    async stop() {
      stopped = true;
      await running;
      agent.destroy();
    },
  };
}

/** On Call and On Hangup, now and then in the wrong order or only one of them. */
function eventsOfCall(number: number): { callid: string }[] {
  const callto = String(9_100_000_000 + ((number * 7_919) % CUSTOMERS));
  const call = {
    callid: `${callto}${1_790_000_000 + number}`,
    callto,
    clicktocalldid: '8030000001',
    direction: 'inbound',
  };
  const onCall = { ...call, starttime: '2026-09-21 11:49:57', dialstatus: 'CONNECTING' };
  const hangUp = { ...onCall, dialstatus: 'ANSWER', endtime: '2026-09-21 11:50:28', answeredtime: '00:00:04' };
  if (number % 5 === 0) return [hangUp];
  return number % 7 === 0 ? [hangUp, onCall] : [onCall, hangUp];
}

function postOnce(agent: Agent, url: string, body: string): Promise<string> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers, timeout: 15_000 }, (response) => {
      response
        .resume()
        .on('end', () => resolve(String(response.statusCode)))
        .on('error', () => resolve('broken'));
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout'))).on('error', () => resolve('broken'));
    sent.end(body);
  });
}
