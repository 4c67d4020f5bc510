import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../kernel/clock.ts';
import { balanceText } from './balance-text.ts';
import { runSimulation, type SimulationOptions, type SimulationParts } from './run-simulation.ts';
import type { FindStoredCalls } from './stored-calls.ts';
import { findStoredCallsOverApi } from './stored-calls-api.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

test('a run that loses nothing balances, and says so', async () => {
  const service = await fakeService(() => 202);
  const balance = await run(service.url, service.findStored);
  expect(balance.verdict).toBe('ok');
  expect(balance.calls).toEqual({ expected: 60, stored: 60 });
  expect(balance.leads.stored).toBe(balance.leads.expected);
  expect(balance.events.sent).toBe(service.posts());
  expect(balanceText(balance)).toMatch(/calls stored +60\n.*\n.*\nOK: /);
});

test('what a service cannot commit is posted again until it can', async () => {
  const service = await fakeService((post) => (post % 3 === 0 ? 503 : 202));
  const balance = await run(service.url, service.findStored);
  expect(balance.verdict).toBe('ok');
  expect(balance.events.retries).toBeGreaterThan(10);
  expect(service.posts()).toBe(balance.events.sent + balance.events.retries);
});

test('without retries, as MCUBE does, refusals are counted and their calls are not expected', async () => {
  const service = await fakeService((post) => (post % 3 === 0 ? 503 : 202));
  const balance = await run(service.url, service.findStored, { retry: false });
  expect(balance.verdict).toBe('refused');
  expect(balance.events.refused).toEqual({ 503: Math.floor(balance.events.sent / 3) });
  expect(balance.events.accepted + (balance.events.refused['503'] ?? 0)).toBe(balance.events.sent);
  expect(balance.calls.stored).toBe(balance.calls.expected);
  expect(balance.calls.expected).toBeLessThan(60);
});

test('a call that is not stored is missing', async () => {
  const service = await fakeService(() => 202);
  let lost = '';
  const balance = await run(service.url, async (callIds) => {
    if (lost === '') lost = callIds[0] ?? '';
    return (await service.findStored(callIds)).filter(({ callId }) => callId !== lost);
  });
  expect(balance).toMatchObject({ verdict: 'missing', missing: [lost] });
  expect(balanceText(balance)).toContain('MISSING: 1 calls');
});

test('a customer with two leads is no balance', async () => {
  const service = await fakeService(() => 202);
  const balance = await run(service.url, async (callIds) =>
    (await service.findStored(callIds)).map((call) => ({ ...call, lead: call.callId })),
  );
  expect(balance.verdict).toBe('missing');
  expect(balance.leads.doubled).toBeGreaterThan(0);
  expect(balance.leads.stored).toBe(balance.leads.expected);
});

test('a refused token ends the run at once', async () => {
  const service = await fakeService(() => 401);
  const balance = await run(service.url, null);
  expect(balance.verdict).toBe('refused');
  expect(balance.events.sent).toBeLessThanOrEqual(4);
});

test('a service that is not there is waited for', async () => {
  const first = await fakeService(() => 202);
  const port = Number(new URL(first.url).port);
  await closing.pop()?.();
  const running = run(first.url, null);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await fakeService(() => 202, port);
  expect(await running).toMatchObject({ verdict: 'unchecked', events: { refused: {} }, calls: { expected: 60 } });
});

test('where what is stored cannot be asked, nothing is called missing', async () => {
  const service = await fakeService(() => 202);
  const balance = await run(service.url, async () => {
    throw new Error('The API answered 401 to a look-up of call records.');
  });
  expect(balance).toMatchObject({ verdict: 'unchecked', calls: { expected: 60, stored: null } });
  expect(balanceText(balance)).toMatch(/NOT CHECKED: The API answered 401/);
});

test('stopping ends the sending; what was accepted is still compared', async () => {
  const service = await fakeService(() => 202);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 500);
  const balance = await run(service.url, service.findStored, { rate: 20 }, { stopSending: stop.signal });
  expect(balance.verdict).toBe('ok');
  expect(balance.calls.expected).toBeGreaterThan(0);
  expect(balance.calls.expected).toBeLessThan(40);
});

test('the API is asked for many calls at once', async () => {
  const service = await fakeService(() => 202);
  const balance = await run(service.url, findStoredCallsOverApi(service.url, 'a-key'));
  expect(balance.verdict).toBe('ok');
  expect(service.questions()).toBe(1);
});

type Parts = Partial<SimulationParts>;

function run(url: string, find: FindStoredCalls | null, changed: Partial<SimulationOptions> = {}, parts: Parts = {}) {
  const never = new AbortController().signal;
  const options: SimulationOptions = {
    url,
    calls: 60,
    rate: 0,
    family: 'mixed',
    seed: 3,
    connections: 4,
    timeScale: 60,
    days: 0,
    retry: true,
    outboundLeads: true,
    recordingsUrl: 'http://127.0.0.1:8089',
    patienceMs: 500,
    ...changed,
  };
  const progress = { sent: () => undefined, stored: () => undefined, done: () => undefined };
  return runSimulation(options, {
    clock: systemClock,
    findStoredCalls: find,
    progress,
    stopSending: never,
    stopWaiting: never,
    ...parts,
  });
}

/** A service of which only the webhook and one list exist; it gives every customer one lead by the last ten digits. */
async function fakeService(statusOf: (post: number) => number, port = 0) {
  const calls = new Map<string, string | null>();
  let posts = 0;
  let questions = 0;
  const rows = (callIds: readonly string[]) =>
    callIds.flatMap((callId) => {
      const lead = calls.get(callId);
      return lead === undefined ? [] : [{ callId, lead }];
    });

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    if (request.method === 'GET') {
      questions += 1;
      const data = rows(url.searchParams.getAll('call_id')).map(({ callId, lead }) => ({
        call_id: callId,
        lead_id: lead,
      }));
      response.end(JSON.stringify({ data, total: data.length }));
      return;
    }
    posts += 1;
    const status = statusOf(posts);
    const { callId, lead } = read(await bodyOf(request));
    if (status === 202) calls.set(callId, lead);
    response.writeHead(status, status === 503 ? { 'retry-after': '0' } : {}).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : 0;
  const findStored: FindStoredCalls = async (callIds) => rows(callIds);
  return {
    url: `http://127.0.0.1:${bound}/mcube/webhook`,
    posts: () => posts,
    questions: () => questions,
    findStored,
  };
}

async function bodyOf(request: IncomingMessage): Promise<Map<string, string>> {
  const body = await text(request);
  const form =
    request.headers['content-type'] === 'application/x-www-form-urlencoded' ? new URLSearchParams(body) : null;
  const json = form === null ? body : form.get('data');
  const entries = json === null ? [...(form ?? [])] : Object.entries(JSON.parse(json) satisfies object);
  return new Map(entries.map(([key, value]) => [key, String(value)]));
}

function read(payload: ReadonlyMap<string, string>): { callId: string; lead: string | null } {
  const outbound = payload.get('callDirection') === 'outbound';
  const bot = outbound ? payload.get('toNumber') : payload.get('fromNumber');
  const customer = payload.get('callfrom') ?? payload.get('customer') ?? payload.get('callto') ?? bot ?? '';
  const digits = customer.replace(/\D/g, '');
  return {
    callId: payload.get('callid') ?? payload.get('callId') ?? '',
    lead: digits.length < 6 ? null : digits.slice(-10),
  };
}
