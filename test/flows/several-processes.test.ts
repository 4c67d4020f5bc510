import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../src/db/embedded/free-port.ts';
import { hangUp, newCallId, onCall } from '../support/calls.ts';
import { createTestDatabase } from '../support/database.ts';
import { startProcess } from '../support/process.ts';
import { expectRollupsToEqualARecount, numbersWithTwoLeads } from '../support/rollups.ts';
import { type ApiCall, startService, type TestService, until } from '../support/service.ts';

const UNNAMED = { emp_phone: '', clicktocalldid: '', groupname: '', agentname: '' };

describe('two services on one database', () => {
  let services: readonly [TestService, TestService];
  beforeAll(async () => {
    const database = await createTestDatabase();
    services = [await startService({ database }), await startService({ database })];
  });
  /** Posts all at once, over many connections, to both in turn. */
  const storm = async (calls: object[]) => {
    const [one, two] = services;
    const answers = await Promise.all(calls.map((call, place) => (place % 2 === 0 ? one : two).post(call)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await one.settled();
  };

  test('a hundred first calls of one number at the same instant open one lead', async () => {
    const spellings = ['9000007001', '+919000007001', '09000007001', '91 90000 07001'];
    const calls = Array.from({ length: 100 }, (_, place) => hangUp({ callto: spellings[place % 4] }));
    await storm(calls);
    const leads = await services[0].leadsOf('9000007001');
    expect(leads.map(({ call_count }) => call_count)).toEqual([100]);
    expect(await numbersWithTwoLeads(services[0].database)).toEqual([]);
  });

  test('sixty new callers are shared out fairly among three members', async () => {
    const { id: team_id } = await services[0].api<{ id: number }>('/api/teams', 'POST', { name: 'Sales' });
    const members: number[] = [];
    for (let count = 0; count < 3; count++) members.push(await services[0].addUser({ team_id }));
    await storm(
      Array.from({ length: 60 }, (_, place) => hangUp({ ...UNNAMED, callto: String(9_000_007_100 + place) })),
    );
    const { rows } = await sql<{ user_id: number; leads: number }>`
      select user_id, count(*)::integer as leads from crm_lead
      where caller_number between '+919000007100' and '+919000007159' group by user_id order by user_id`.execute(
      services[0].database.kysely,
    );
    expect(rows).toEqual(members.map((user_id) => ({ user_id, leads: 20 })));
  });

  test('a hundred calls of one new number take one turn, and all belong to whom it fell', async () => {
    const before = await turnsTaken(services[0]);
    await storm(Array.from({ length: 100 }, () => hangUp({ ...UNNAMED, callto: '9000007002' })));
    const [lead] = await services[0].leadsOf('9000007002');
    const { data } = await services[0].api<{ data: ApiCall[] }>(`/api/call-records?lead_id=${lead?.id}&limit=100`);
    expect(data.map(({ user_id }) => user_id)).toEqual(data.map(() => lead?.user_id));
    expect(data).toHaveLength(100);
    // The loser of a race for the lead may have taken a turn before it lost.
    expect((await turnsTaken(services[0])) - before).toBeLessThanOrEqual(2);
  });

  test('the events of one call, spread over both, are one record', async () => {
    const ids = Array.from({ length: 40 }, (_, place) => ({
      callid: newCallId(),
      callto: String(9_000_007_200 + place),
    }));
    const all = ids.flatMap((id) => [onCall(id), onCall(id), hangUp(id), hangUp(id), hangUp({ ...id, filename: '' })]);
    // A prime step visits every event once, far from where it was.
    await storm(all.map((_, place) => all[(place * 77) % all.length] ?? {}));
    for (const { callid } of ids) expect(await services[1].callOf(callid)).toMatchObject({ outcome: 'answered' });
    await expectRollupsToEqualARecount(services[0].database);
  });
});

describe('a process that accepts and one that works', () => {
  test('share a database: what the first accepted, the second makes a record of', async () => {
    const database = await createTestDatabase();
    const environment = { DATABASE_URL: database.url };
    const web = await startProcess(environment, '--roles', 'web');
    const call = hangUp({ callto: '9000007300' });
    const body = JSON.stringify(call);
    const post = () => fetch(`${web.url}/mcube/webhook`, { method: 'POST', body });
    expect((await post()).status).toBe(202);
    const stored = async () => {
      const { rows } = await sql`select from mcube_call_record where call_id = ${call.callid}`.execute(database.kysely);
      return rows.length === 1;
    };
    expect(await stored()).toBe(false);

    const port = await findFreePort();
    const worker = await startProcess({ ...environment, MCUBE_WORKER_PORT: String(port) }, '--roles', 'worker');
    expect(worker.url).toBe('');
    await until('the worker took it', stored);
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect(await (await ask('/metrics')).text()).toMatch(/^mcube_leads_created_total 1$/m);
    expect([(await ask('/readyz')).status, (await ask('/api/leads')).status]).toEqual([200, 404]);
    expect((await post()).status).toBe(202);
    expect(await web.end('SIGTERM')).toBe(0);
    expect(await worker.end('SIGTERM')).toBe(0);
  });
});

async function turnsTaken({ database }: TestService): Promise<number> {
  const { rows } = await sql<{ turns: number }>`select sum(turns_taken)::integer as turns from crm_team`.execute(
    database.kysely,
  );
  return rows[0]?.turns ?? 0;
}
