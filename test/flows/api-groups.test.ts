import { beforeAll, describe, expect, test } from 'vitest';
import { hangUp, missed, onCall } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

type Group = { value: string | number | null; label: string | null; count: number; talk_seconds: number };
type Groups = { data: Group[]; total: number };
type Call = Record<string, string | number | null> & { duration: number };

let service: TestService;
let asha: number;
const groups = (query: string) => service.api<Groups>(`/api/call-records/groups?${query}`);

beforeAll(async () => {
  // A call of two days ago rings: the schedule, which looks every minute, would close it in the middle of a test.
  service = await startService({ environment: { MCUBE_HANGING_CALL_MINUTES: '10080' } });
  asha = await service.addUser({ name: 'Asha', phone: '9800000001' });
  await service.addUser({ name: 'Ravi', phone: '9800000002' });
  const ravi = { emp_phone: '9800000002', agentname: 'Ravi', clicktocalldid: '8030000002' };
  await service.tell([
    hangUp({ callto: '9000005001', answeredtime: '00:00:20' }),
    hangUp({ callto: '9000005001', ...ravi, starttime: '2026-09-20 23:59:59', endtime: '2026-09-21 00:00:40' }),
    hangUp({ callto: '9000005002', ...ravi, starttime: '2026-09-21 00:00:00', direction: 'outbound' }),
    missed({ callto: '9000005002', starttime: '2026-09-20 10:00:00', endtime: '2026-09-20 10:00:40' }),
    missed({ callto: '9000005003', ...ravi, dialstatus: 'BUSY' }),
    missed({ callto: 'anonymous', emp_phone: '', clicktocalldid: '' }),
    onCall({ callto: '9000005003', starttime: '2026-09-19 18:29:59' }),
  ]);
});

describe('the groups of a list of calls', () => {
  const DAY = 'call_date_gte=2026-09-20T18:30:00Z&call_date_lt=2026-09-21T18:30:00Z';
  const FILTERS = ['', 'outcome=answered', 'user_id=null', 'virtual_number_ne=8030000001&direction=inbound', DAY];
  // What the rollup of days does not know.
  FILTERS.push('status=ANSWER', 'q=9000005002', 'call_date_gte=2026-09-20T18:30:01Z', `duration_gt=4&${DAY}`);
  const NAMES = ['lead_id', 'user_id', 'team_id', 'agent_name', 'virtual_number', 'outcome', 'status', 'direction'];

  test.each(FILTERS)('count what the list shows, by anything, for ?%s', async (filter) => {
    const { data: calls } = await service.api<{ data: Call[] }>(`/api/call-records?limit=200&${filter}`);
    for (const by of [...NAMES, 'day']) {
      const { data, total } = await groups(`by=${by}&${filter}`);
      const found = new Map(data.map(({ value, label: _, ...counts }) => [value, counts]));
      expect({ by, groups: found, total }).toEqual({ by, groups: counted(calls, by), total: found.size });
      const counts = data.map(({ count }) => count);
      if (by !== 'day') expect(counts).toEqual([...counts].sort((one, other) => other - one));
    }
  });

  test('carry the names of what they stand for, and a page holds as many as asked for', async () => {
    const { data } = await groups('by=user_id');
    expect(data).toEqual(expect.arrayContaining([expect.objectContaining({ value: asha, label: 'Asha' })]));
    expect((await groups('by=outcome&outcome=busy')).data).toMatchObject([{ value: 'busy', label: 'busy' }]);
    expect((await groups('by=team_id')).data).toMatchObject([{ value: null, label: null, count: 7 }]);
    const days = (await groups('by=day')).data;
    expect(days.map(({ value }) => value)).toEqual(['2026-09-21', '2026-09-20', '2026-09-19']);
    expect(await groups('by=day&limit=1&page=2')).toEqual({ data: days.slice(1, 2), total: 3 });
    expect(await groups('by=day&limit=1&page=4')).toEqual({ data: [], total: 3 });
  });

  test('by tag count a call in each of its tags', async () => {
    const tag = async (name: string) => (await service.api<{ id: number }>('/api/tags', 'POST', { name })).id;
    const [hot, angry] = [await tag('Hot'), await tag('Angry')];
    const { data: calls } = await service.api<{ data: Call[] }>('/api/call-records');
    await service.api(`/api/call-records/${calls[0]?.id}`, 'PATCH', { tag_ids: [hot, angry] });
    await service.api(`/api/call-records/${calls[1]?.id}`, 'PATCH', { tag_ids: [hot] });
    const counts = (await groups('by=tag_ids')).data.map(({ label, count }) => [label, count]);
    expect(counts).toEqual([
      [null, 5],
      ['Hot', 2],
      ['Angry', 1],
    ]);
    expect((await groups(`by=outcome&tag_ids=${angry}`)).data).toMatchObject([{ count: 1 }]);
  });

  test('are refused in words', async () => {
    await expect(groups('by=duration')).rejects.toThrow('by must be one of lead_id, user_id');
    await expect(groups('')).rejects.toThrow('by must be one of');
    await expect(groups('by=day&colour=red')).rejects.toThrow('There is no filter colour');
  });

  test('come from the rollup where it knows them, and are given up where counting takes too long', async () => {
    const other = await service.database.pool.connect();
    try {
      await other.query('begin');
      await other.query('lock table mcube_call_record');
      expect(await groups(`by=outcome&user_id=${asha}&${DAY}`)).toMatchObject({ total: 1 });
      await expect(groups('by=status')).rejects.toThrow('400 {"error":{"code":"invalid_input","message":"Counting');
    } finally {
      await other.query('rollback');
      other.release();
    }
  });
});

test('leads are grouped by stage in the order of the stages, the empty ones too', async () => {
  const stages = await service.api<{ data: { id: number; name: string }[] }>('/api/stages');
  const lead = await service.api<{ id: number }>('/api/leads', 'POST', { name: 'By hand', type: 'opportunity' });
  await service.api(`/api/leads/${lead.id}`, 'PATCH', { stage_id: stages.data[2]?.id });
  const by = (query: string) => service.api<Groups>(`/api/leads/groups?by=${query}`);
  const counts = [3, 0, 1, 0];
  expect(await by('stage_id')).toEqual({
    data: stages.data.map(({ id, name }, place) => ({ value: id, label: name, count: counts[place] })),
    total: 4,
  });
  expect((await by('stage_id&type=opportunity')).data.map(({ count }) => count)).toEqual([0, 0, 1, 0]);
  expect((await by('source_id')).data).toMatchObject([
    { label: 'MCUBE API', count: 3 },
    { value: null, count: 1 },
  ]);
  expect((await by('user_id&q=hand')).data).toMatchObject([{ label: 'Administrator', count: 1 }]);
});

type Counts = { count: number; talk_seconds: number } & Record<string, number>;
const OUTCOMES = ['answered', 'missed', 'busy', 'abandoned', 'voicemail', 'in_progress', 'failed'];

function counted(calls: readonly Call[], by: string): Map<unknown, Counts> {
  const sums = new Map<unknown, Counts>();
  const none: Record<string, number> = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
  for (const call of calls) {
    const value = by === 'day' ? localDay(String(call.call_date)) : call[by];
    const sum: Counts = sums.get(value) ?? { ...none, count: 0, talk_seconds: 0 };
    sum.count += 1;
    sum.talk_seconds += call.duration;
    sum[String(call.outcome)] = (sum[String(call.outcome)] ?? 0) + 1;
    sums.set(value, sum);
  }
  return sums;
}

function localDay(time: string): string {
  return new Date(Date.parse(time) + 5.5 * 3_600_000).toISOString().slice(0, 10);
}
