import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { runSimulation } from '../../src/simulate/run-simulation.ts';
import { findStoredCallsInDatabase } from '../../src/simulate/stored-calls-database.ts';
import { createTestDatabase } from '../support/database.ts';
import { expectRollupsToEqualARecount, numbersWithTwoLeads } from '../support/rollups.ts';
import { createTestClock, startService } from '../support/service.ts';

test('after a busy day of both products, accepted by one service and worked by two, every figure adds up', async () => {
  const database = await createTestDatabase();
  // Believable traffic is of now, so the services must live now as well.
  const clock = createTestClock(systemClock.now());
  const service = await startService({ database, clock });
  await startService({ database, clock });
  const balance = await runSimulation(
    {
      ...{ url: `${service.url}/mcube/webhook`, calls: 1_500, rate: 0, family: 'mixed', seed: 7, connections: 16 },
      ...{ timeScale: 60, days: 20, retry: true, outboundLeads: true, patienceMs: 20_000 },
      recordingsUrl: 'http://127.0.0.1:8089',
    },
    {
      clock,
      findStoredCalls: findStoredCallsInDatabase(database),
      progress: { sent: () => undefined, stored: () => undefined, done: () => undefined },
      stopSending: new AbortController().signal,
      stopWaiting: new AbortController().signal,
    },
  );
  expect(balance).toMatchObject({ verdict: 'ok', events: { refused: {}, retries: 0 }, leads: { doubled: 0 } });
  await service.settled();
  await expectRollupsToEqualARecount(database);
  expect(await numbersWithTwoLeads(database)).toEqual([]);
  const { rows } = await sql`
    select (select count(*)::integer from webhook_event where state = 'failed') as failed,
      (select count(*)::integer from mcube_call_record where user_id is null) as ownerless,
      (select sum(calls)::integer = (select count(*) from mcube_call_record) from call_rollup_day) as counted`.execute(
    database.kysely,
  );
  expect(rows).toEqual([{ failed: 0, ownerless: 0, counted: true }]);
}, 120_000);
