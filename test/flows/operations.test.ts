import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { createLog } from '../../src/kernel/log.ts';
import { hangUp, newCallId } from '../support/calls.ts';
import { createTestDatabase } from '../support/database.ts';
import { createGate, type Gate } from '../support/gate.ts';
import { makeDataDir, startProcess } from '../support/process.ts';
import { type Reply, startService, type TestService } from '../support/service.ts';

describe('what watches the service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  const metric = async (name: string) => {
    const { text } = await service.request('/metrics');
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1));
  };

  test('it is alive and ready', async () => {
    for (const path of ['/livez', '/readyz'])
      expect(await service.request(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  test('it counts requests by result, events, and leads', async () => {
    await service.tell(hangUp({ callto: '9000008001' }));
    await service.post([hangUp({ callto: '9000008001' }), hangUp({ callto: '9000008002' })]);
    await service.post('no call');
    await service.request('/mcube/webhook');
    await service.settled();
    expect(await metric('mcube_webhook_requests_total{result="accepted"}')).toBe(2);
    expect(await metric('mcube_webhook_requests_total{result="refused"}')).toBe(1);
    expect(await metric('mcube_webhook_events_total')).toBe(3);
    expect(await metric('mcube_leads_created_total')).toBe(2);
    expect(await metric('mcube_webhook_accept_seconds_count')).toBe(2);
    expect(await metric('mcube_processed_events_total{result="processed"}')).toBe(3);
    expect(await metric('mcube_inbox_events')).toBe(0);
    expect(await metric('mcube_inbox_oldest_seconds')).toBe(0);
    expect(await metric('mcube_failed_events')).toBe(0);
    expect(await metric('mcube_lead_creation_failures_total')).toBe(0);
    for (const name of [
      'mcube_batch_seconds_count',
      'mcube_event_seconds_count',
      'mcube_query_seconds_count{statement="insert"}',
    ])
      expect(await metric(name)).toBeGreaterThan(0);
  });

  test('what waits in the inbox shows, and since when', async () => {
    const accepting = await startService({ environment: { MCUBE_ROLES: 'web' } });
    await accepting.post([hangUp(), hangUp()]);
    accepting.clock.turn(60);
    const { text } = await accepting.request('/metrics');
    expect(text).toContain('\nmcube_inbox_events 2\n');
    expect(Number(/\nmcube_inbox_oldest_seconds (\S+)/.exec(text)?.[1])).toBeGreaterThanOrEqual(60);
  });

  test('metrics hold no personal data', async () => {
    // Names and labels; a measured fraction of a second may hold the digits of any number by chance.
    const told = (await service.request('/metrics')).text.replaceAll(/^([^#].*) \S+$/gm, '$1');
    expect(told).toContain('mcube_webhook_events_total');
    expect(told).not.toMatch(/900000\d{4}/);
  });
});

describe('while the database cannot commit', () => {
  let service: TestService;
  let gate: Gate;
  beforeAll(async () => {
    const database = await createTestDatabase();
    gate = await createGate(database.url);
    service = await startService({ database, databaseUrl: gate.url });
  });

  test('the webhook answers 503 with Retry-After instead of promising, and 202 again as soon as it can', async () => {
    const [lost, kept] = [hangUp(), hangUp()];
    await service.tell(hangUp());
    await gate.shut();
    const refused = await whileTurning(service, service.post(lost));
    expect(refused).toMatchObject({ status: 503, body: { status: 'error' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await service.request('/livez')).toMatchObject({ status: 200 });
    expect(await service.request('/readyz')).toMatchObject({ status: 503 });
    expect(await service.request('/mcube/webhook')).toMatchObject({ status: 200 });
    expect(await service.post('no call')).toMatchObject({ status: 400 });

    await gate.open();
    expect(await service.post(kept)).toMatchObject({ status: 202 });
    await service.settled();
    expect(await service.callOf(kept.callid)).toMatchObject({ call_id: kept.callid });
    await expect(service.callOf(lost.callid)).rejects.toThrow('0 records');
  });

  test('an event that comes during a short interruption waits, and is accepted', async () => {
    await gate.shut();
    const call = hangUp();
    const waiting = service.post(call);
    await service.request('/livez');
    await gate.open();
    expect(await waiting).toMatchObject({ status: 202 });
    await service.settled();
    expect(await service.callOf(call.callid)).toMatchObject({ call_id: call.callid });
  });

  test('a database that takes everything and answers nothing is given up too', async () => {
    gate.freeze();
    const refused = await service.post(hangUp()).finally(() => gate.thaw());
    expect(refused).toMatchObject({ status: 503 });
    const call = hangUp();
    expect(await service.post(call)).toMatchObject({ status: 202 });
    await service.settled();
    expect(await service.callOf(call.callid)).toMatchObject({ call_id: call.callid });
  }, 90_000);
});

describe('a process that is told to stop', () => {
  test('finishes what it accepted, ends with 0, and the next one finds its data', async () => {
    const dataDir = await makeDataDir();
    const first = await startProcess({ MCUBE_DATA_DIR: dataDir });
    expect(first.output()).toMatch(/Password: +\S{16,}/);
    const ids: string[] = [];
    let refused = false;
    const post = async () => {
      while (!refused) {
        const call = hangUp({ callid: newCallId() });
        const answer = await fetch(`${first.url}/mcube/webhook`, { method: 'POST', body: JSON.stringify(call) }).catch(
          () => undefined,
        );
        if (answer?.status === 202) ids.push(call.callid);
        refused = answer?.status !== 202;
      }
    };
    const load = Promise.all([post(), post(), post(), post()]);
    while (ids.length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await first.end('SIGTERM')).toBe(0);
    await load;

    const second = await startProcess({ MCUBE_DATA_DIR: dataDir });
    expect(second.output()).not.toMatch(/Password:/);
    const server = await startEmbeddedPostgres({
      dataDir,
      log: createLog({ logLevel: 'silent', logFormat: 'json' }, false),
    });
    const database = openDatabase(server.databaseUrl);
    const { rows } = await sql<{ kept: number; waiting: number }>`
      select (select count(*) from webhook_journal, unnest(${ids}::text[]) as told (call_id) where events like '%"' || call_id || '"%')::integer as kept,
        (select count(*) from webhook_journal where not processed)::integer as waiting`.execute(database.kysely);
    expect(rows[0]?.kept).toBeGreaterThanOrEqual(ids.length);
    await database.close();
    await server.stop();
    expect(await second.end('SIGINT')).toBe(0);
  }, 90_000);
});

/** The service waits for its database by its clock, and so the test need not. */
async function whileTurning(service: TestService, answer: Promise<Reply>): Promise<Reply> {
  const turning = setInterval(() => service.clock.turn(1), 50);
  return await answer.finally(() => clearInterval(turning));
}
