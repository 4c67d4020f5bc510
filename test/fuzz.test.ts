import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type FuzzedRequest, fuzzedRequest } from './fuzz/requests.ts';
import { hangUp } from './support/calls.ts';
import { startService } from './support/service.ts';

const REQUESTS = 20_000;
const CONNECTIONS = 16;

test('whatever is sent, the service answers, never with a 500, and goes on', async () => {
  const service = await startService();
  const seed = Math.floor(Math.random() * 2 ** 31);
  const requests = fc.sample(fuzzedRequest(), { numRuns: REQUESTS, seed });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  let next = 0;

  async function sendNext(): Promise<void> {
    for (let one = requests[next++]; one !== undefined; one = requests[next++]) {
      const outcome = await send(agent, service.url, one);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (!EXPECTED.has(outcome)) wrong.push(`${outcome}: ${describeRequest(one)}`);
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sendNext));
  agent.destroy();
  process.stdout.write(`fuzz seed ${seed}: ${REQUESTS} requests, ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
  expect(wrong.slice(0, 5)).toEqual([]);

  const call = hangUp({ callto: '9000000777' });
  expect(await service.post(call)).toMatchObject({ status: 202 });
  await service.settled().catch(() => undefined);
  const { rows: errors } = await sql`
    select distinct state, reason from webhook_event where state in ('failed', 'received') limit 10`.execute(
    service.database.kysely,
  );
  expect(errors).toEqual([]);
  await service.settled();
  expect(await service.callOf(call.callid)).toMatchObject({ phone_number: '9000000777', outcome: 'answered' });
  expect(await service.leadsOf('9000000777')).toHaveLength(1);
  expect(await service.request('/livez')).toMatchObject({ status: 200 });
  expect((await service.request('/metrics')).text).not.toContain('result="bug"');
  const { rows: events } = await sql`
    select from webhook_journal where not processed`.execute(service.database.kysely);
  expect(events).toEqual([]);
  // What was accepted can be listed, too.
  expect(await service.api<{ total: number }>('/api/webhook-events?limit=100')).toMatchObject({
    total: expect.any(Number),
  });
  expect(await service.api<{ total: number }>('/api/call-records?limit=100')).toMatchObject({
    total: expect.any(Number),
  });
  expect(await service.api<{ total: number }>('/api/leads?limit=100')).toMatchObject({ total: expect.any(Number) });
}, 180_000);

/** 200 answers a GET without a call. */
const EXPECTED = new Set(['200', '202', '400']);

/** Longer than the service waits for its database: only a request that was forgotten takes so long. */
const HANGS_AFTER_MS = 20_000;

function send(agent: Agent, url: string, { method, query, contentType, body }: FuzzedRequest): Promise<string> {
  return new Promise((resolve) => {
    const headers = {
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...(method === 'POST' && { 'content-length': body.length }),
    };
    const path = query === '' ? '/mcube/webhook' : `/mcube/webhook?${query}`;
    const sent = request(url + path, { method, agent, headers, timeout: HANGS_AFTER_MS }, (response) => {
      response.resume().on('end', () => resolve(String(response.statusCode)));
    });
    sent.on('timeout', () => sent.destroy(new Error('hangs')));
    sent.on('error', (error) => resolve(error.message));
    sent.end(body);
  });
}

function describeRequest({ method, query, contentType, body }: FuzzedRequest): string {
  return `${method} ?${query.slice(0, 200)} ${contentType} ${JSON.stringify(body.subarray(0, 300).toString('latin1'))}`;
}
