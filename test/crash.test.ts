import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../src/db/database.ts';
import { startEmbeddedPostgres } from '../src/db/embedded-postgres.ts';
import { createLog } from '../src/kernel/log.ts';
import { measureInbox } from '../src/models/inbox-depth.ts';
import { startLoad } from './crash/load.ts';
import { makeDataDir, postmasterOf, startProcess } from './support/process.ts';
import { expectRollupsToEqualARecount, numbersWithTwoLeads } from './support/rollups.ts';
import { until } from './support/service.ts';

const ROUNDS = ['service', 'PostgreSQL', 'both', 'PostgreSQL', 'service', 'both'] as const;

test('what was accepted is there exactly once, whoever is killed and whenever', async () => {
  const dataDir = await makeDataDir();
  const environment = { MCUBE_DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const load = startLoad(8);
  let service = await startProcess(environment);
  load.aim(service.url);

  for (const [round, victim] of ROUNDS.entries()) {
    const before = load.accepted.size;
    await until('the service accepts calls', () => load.accepted.size > before, 60);
    const lived = 500 + Math.floor(Math.random() * 2_500);
    await sleep(lived);
    const postmaster = await postmasterOf(dataDir);
    if (victim !== 'service' && postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
    if (victim !== 'PostgreSQL') {
      await service.end('SIGKILL');
      service = await startProcess(environment);
      load.aim(service.url);
    }
    const accepted = load.accepted.size - before;
    process.stdout.write(`round ${round + 1}: kill -9 of ${victim} after ${lived} ms, ${accepted} calls accepted\n`);
  }
  const before = load.accepted.size;
  await until('the service accepts calls', () => load.accepted.size > before, 60);
  await load.stop();

  await withDatabase(dataDir, async (database) => {
    await until('the inbox is empty', async () => (await measureInbox(database)).waiting === 0, 60);
    const stored = await storedCalls(database);
    const lost = [...load.accepted].filter((callId) => !stored.has(callId));
    const twice = [...stored.values()].filter((records) => records > 1).length;
    const doubled = await numbersWithTwoLeads(database);
    const { failed } = await measureInbox(database);
    process.stdout.write(
      `${ROUNDS.length} crashes; posts ${JSON.stringify(Object.fromEntries(load.outcomes))}; calls accepted ${load.accepted.size}, ` +
        `stored ${stored.size}, lost ${lost.length}, twice ${twice}; leads doubled ${doubled.length}; events failed ${failed}\n`,
    );
    expect({ lost, twice, doubled, failed }).toEqual({ lost: [], twice: 0, doubled: [], failed: 0 });
    expect(load.accepted.size).toBeGreaterThan(ROUNDS.length);
    await expectRollupsToEqualARecount(database);
    await expectCompleteCalls(database, load.accepted);
  });
  expect(await service.end('SIGTERM')).toBe(0);
}, 180_000);

async function storedCalls({ kysely }: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ call_id: string; records: number }>`
    select call_id, count(*)::integer as records from mcube_call_record group by call_id`.execute(kysely);
  return new Map(rows.map(({ call_id, records }) => [call_id, records]));
}

/** Every call stands on a lead, and every lead the service opened has a call. */
async function expectCompleteCalls({ kysely }: Database, accepted: ReadonlySet<string>): Promise<void> {
  const { rows } = await sql`
    select (select count(*)::integer from mcube_call_record where lead_id is null or user_id is null) as leadless,
      (select count(*)::integer from mcube_call_record where lead_id not in (select id from crm_lead)) as astray,
      (select count(*)::integer from crm_lead where not exists
        (select from mcube_call_record where lead_id = crm_lead.id)) as empty,
      (select count(*)::integer from unnest(${[...accepted]}::text[]) as told (id)
        where not exists (select from mcube_call_record where call_id = told.id)) as missing`.execute(kysely);
  expect(rows).toEqual([{ leadless: 0, astray: 0, empty: 0, missing: 0 }]);
}

async function withDatabase(dataDir: string, use: (database: Database) => Promise<void>): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log: createLog({ logLevel: 'silent', logFormat: 'json' }, false),
  });
  const database = openDatabase(server.databaseUrl);
  try {
    await use(database);
  } finally {
    await database.close();
    await server.stop();
  }
}
