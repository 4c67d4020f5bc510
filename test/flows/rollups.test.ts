import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldLeadRollup } from '../../src/models/lead-rollup.ts';
import { hangUp, missed, onCall } from '../support/calls.ts';
import { expectRollupsToEqualARecount } from '../support/rollups.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
let stages: { id: number; is_won: boolean }[];
beforeAll(async () => {
  service = await startService();
  stages = (await service.api<{ data: typeof stages }>('/api/stages')).data;
});

type Dashboard = {
  answer_times: { within_seconds: number | null; calls: number }[];
  ring_seconds: number;
  leads: { day: string; new_leads: number; won_leads: number }[];
};
const dashboard = (from: string, to: string) => service.api<Dashboard>(`/api/dashboard?from=${from}&to=${to}`);
const execute = (statement: ReturnType<typeof sql>) => statement.execute(service.database.kysely);

/** One thing that happens: by the webhook, by the API, or behind the service's back. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('call' as const),
    call: fc.nat(30),
    make: fc.constantFrom(onCall, hangUp, missed),
    times: fc.constantFrom(
      { starttime: '2026-09-21 10:00:00', endtime: '2026-09-21 10:00:31' },
      { starttime: '2026-09-20 23:59:59', endtime: '2026-09-21 00:01:30' },
      { starttime: '2026-09-21 10:00:00', endtime: '2051-09-21 10:00:31' },
    ),
    fields: fc.constantFrom(
      {},
      { direction: 'outbound' },
      ...['0', '00:00:20', '00:01:02'].map((answeredtime) => ({ answeredtime })),
    ),
  }),
  fc.record({ kind: fc.constant('made' as const), stage: fc.nat(3) }),
  fc.record({ kind: fc.constant('staged' as const), lead: fc.nat(), stage: fc.nat(3) }),
  fc.record({ kind: fc.constant('archived' as const), lead: fc.nat(), active: fc.boolean() }),
  fc.record({ kind: fc.constant('dated' as const), lead: fc.nat(), days: fc.nat(3) }),
  fc.record({ kind: fc.constant('merged' as const), lead: fc.nat(), into: fc.nat() }),
  fc.record({ kind: fc.constant('deleted' as const), lead: fc.nat() }),
  fc.record({ kind: fc.constant('folded' as const) }),
);

describe('the rollups', () => {
  test('equal a recount whatever happens to calls and leads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 16 }), async (happenings) => {
        for (const one of happenings) await happen(one);
        await expectRollupsToEqualARecount(service.database);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 180_000);
});

async function happen(one: typeof happening extends fc.Arbitrary<infer One> ? One : never): Promise<void> {
  if (one.kind === 'call') {
    const id = { callid: `98000000${one.call + 10}1790000000`, callto: `900000600${one.call % 5}` };
    return await service.tell(one.make({ ...one.times, ...one.fields, ...id }));
  }
  if (one.kind === 'folded') return await foldLeadRollup(service.database);
  const stage_id = 'stage' in one ? stages[one.stage]?.id : undefined;
  if (one.kind === 'made') return void (await service.api('/api/leads', 'POST', { name: 'By hand', stage_id }));
  const lead = await leadAt(one.lead);
  if (lead === undefined) return;
  if (one.kind === 'staged') await service.api(`/api/leads/${lead}`, 'PATCH', { stage_id });
  if (one.kind === 'archived') await service.api(`/api/leads/${lead}`, 'PATCH', { active: one.active });
  if (one.kind === 'dated')
    await execute(sql`update crm_lead set create_date = create_date - make_interval(days => ${one.days}),
      won_date = won_date - make_interval(days => ${one.days}) where id = ${lead}`);
  if (one.kind === 'merged')
    await execute(
      sql`update crm_lead set merged_into_id = nullif(${(await leadAt(one.into)) ?? lead}, id) where id = ${lead}`,
    );
  if (one.kind === 'deleted') await execute(sql`delete from crm_lead where id = ${lead}`);
}

/** Any of the leads that were not merged away, by a number that is as large as it likes. */
async function leadAt(place: number): Promise<number | undefined> {
  const { data } = await service.api<{ data: { id: number }[] }>('/api/leads?limit=200&active=true');
  const open = await execute(sql`select id from crm_lead where merged_into_id is not null`);
  const merged = new Set(open.rows.map((row) => (typeof row === 'object' && row !== null && 'id' in row ? row.id : 0)));
  const leads = data.filter(({ id }) => !merged.has(id));
  return leads[place % Math.max(leads.length, 1)]?.id;
}

describe('the dashboard', () => {
  test('tells how long callers waited, and how many leads were opened and won, by local day', async () => {
    service = await startService();
    const rang = (starttime: string, ring: number, fields = {}) => {
      const endtime = new Date(Date.parse(`${starttime}Z`) + (ring + 4) * 1000)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' ');
      return hangUp({ callto: '9000007001', starttime, endtime, ...fields });
    };
    await service.tell(
      rang('2026-09-21 00:00:00', 3),
      ...[10, 11, 20, 21, 30, 31, 60].map((ring) => rang('2026-09-21 09:00:00', ring)),
      rang('2026-09-21 23:59:59', 61),
      rang('2026-09-21 10:00:00', 5, { direction: 'outbound' }),
      missed({ starttime: '2026-09-21 10:00:00', callto: '9000007001' }),
      rang('2026-09-20 23:59:59', 30),
    );
    const answers = async (from: string, to: string) => {
      const { answer_times, ring_seconds } = await dashboard(from, to);
      return { calls: answer_times.map(({ calls }) => calls), ring_seconds };
    };
    expect(await answers('2026-09-21', '2026-09-21')).toEqual({ calls: [2, 2, 2, 2, 1], ring_seconds: 247 });
    expect(await answers('2026-09-20', '2026-09-21')).toEqual({ calls: [2, 2, 3, 2, 1], ring_seconds: 277 });
    expect(await answers('2026-09-22', '2026-09-22')).toEqual({ calls: [0, 0, 0, 0, 0], ring_seconds: 0 });

    const { id } = await service.api<{ id: number }>('/api/leads', 'POST', { name: 'By hand' });
    const won = stages.find(({ is_won }) => is_won)?.id;
    const first = await service.api(`/api/leads/${id}`, 'PATCH', { stage_id: won });
    expect(first).toMatchObject({ won_date: expect.any(String) });
    await execute(sql`update crm_lead set create_date = '2026-09-19T18:29:59Z', won_date = '2026-09-19T18:30:00Z'
      where id = ${id}`);
    await execute(sql`update crm_lead set create_date = '2026-09-20T18:30:00Z' where id <> ${id}`);
    expect((await dashboard('2026-09-19', '2026-09-21')).leads).toEqual([
      { day: '2026-09-19', new_leads: 1, won_leads: 0 },
      { day: '2026-09-20', new_leads: 0, won_leads: 1 },
      { day: '2026-09-21', new_leads: 1, won_leads: 0 },
    ]);
    await service.api(`/api/leads/${id}`, 'PATCH', { stage_id: stages[0]?.id });
    expect((await dashboard('2026-09-20', '2026-09-20')).leads).toEqual([]);
    expect(await service.api('/api/dashboard?from=2026-09-21&to=2026-09-21')).toMatchObject({
      time_zone: 'Asia/Kolkata',
      updated_at: expect.stringMatching('2026-09-21T06:30'),
    });
  });
});
