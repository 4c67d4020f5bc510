import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type List, startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

type Call = { id: number; call_id: string; duration: number; create_date: string };

const server = await startTestServer();
const agent = await server.user(['base.group_user'], { name: 'Asha Rao' });
const list = async (query: string) => (await agent.get<List<Call>>(`/api/call-records?${query}`)).body;
const refusal = async (query: string) =>
  (await agent.get<{ error: { message: string } }>(`/api/call-records?${query}`)).body;
const durations = async (query: string) => (await list(query)).data.map(({ duration }) => duration);

let lead = 0;

/** Twelve calls a day apart; the duration tells them apart. */
beforeAll(async () => {
  lead = (
    await agent.send<{ id: number }>('POST', '/api/leads', {
      name: '50% off & "Diwali" \\ deal',
      phone: '+91 98450 11111',
    })
  ).body.id;
  for (let day = 1; day <= 12; day += 1) {
    const outcome = day % 3 === 0 ? 'missed' : 'answered';
    await addCall(server.database, {
      call_id: `call-${day}`,
      call_date: new Date(Date.UTC(2026, 6, day, 9, 30)),
      duration: day,
      outcome,
      status: day % 3 === 0 ? 'NOANSWER' : 'ANSWER',
      user_id: day % 2 === 0 ? agent.id : null,
      lead_id: day === 5 ? lead : null,
      phone_number: '09845012345',
      phone_sanitized: day <= 4 ? '+919845012345' : '+14155550100',
      recording_url: day === 1 ? 'https://mcube.example/1.wav' : null,
      timed_out: day === 12,
    });
  }
});

describe('a page', () => {
  it('holds the newest 25 unless asked otherwise', async () => {
    expect(await durations('')).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await durations('limit=5')).toEqual([12, 11, 10, 9, 8]);
    expect(await durations('limit=5&page=3')).toEqual([2, 1]);
    expect(await list('limit=5&page=4')).toEqual({ data: [], total: 12 });
  });

  it('is refused beyond its bounds, in words', async () => {
    expect(await refusal('limit=201')).toEqual({
      error: {
        code: 'invalid_input',
        message: 'limit must be a whole number from 1 to 200.',
        sentences: [{ code: 'must_be_in_range', values: { field: 'limit', most: '200' } }],
      },
    });
    expect(await refusal('page=0')).toMatchObject({ error: { message: expect.stringContaining('page must be') } });
    expect(await refusal('limit=ten')).toMatchObject({ error: { code: 'invalid_input' } });
  });

  it('is ordered by any field, or several', async () => {
    expect((await durations('sort=duration')).slice(0, 3)).toEqual([1, 2, 3]);
    expect((await durations('sort=outcome,-duration')).slice(0, 3)).toEqual([11, 10, 8]);
    expect((await durations('sort=-user_id')).slice(0, 6)).toEqual([12, 10, 8, 6, 4, 2]);
    expect((await durations('sort=call_date')).slice(0, 2)).toEqual([1, 2]);
    expect(await refusal('sort=-password_hash')).toMatchObject({
      error: { message: expect.stringMatching(/no field password_hash; it takes id, call_id/) },
    });
  });

  it('keeps one order over calls of the same instant', async () => {
    const same = new Date('2020-01-01T00:00:00Z');
    for (let n = 0; n < 6; n += 1) await addCall(server.database, { call_date: same, family: 'voicebot' });
    const pages = [1, 2, 3].map(async (page) => (await list(`family=voicebot&limit=2&page=${page}`)).data);
    const ids = (await Promise.all(pages)).flat().map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
    expect(new Set(ids).size).toBe(6);
    await sql`delete from mcube_call_record where family = 'voicebot'`.execute(server.database.kysely);
  });
});

describe('a filter', () => {
  it('takes any field', async () => {
    expect(await list('call_id=call-7')).toMatchObject({ data: [{ call_id: 'call-7' }], total: 1 });
    expect(await durations('outcome=missed')).toEqual([12, 9, 6, 3]);
    expect(await durations(`user_id=${agent.id}&status=NOANSWER`)).toEqual([12, 6]);
    expect(await durations('has_recording=true')).toEqual([1]);
    expect(await durations('timed_out=true')).toEqual([12]);
    expect(await durations('user_name=Asha Rao&limit=1')).toEqual([12]);
    expect(await durations(`lead_name=${encodeURIComponent('50% off & "Diwali" \\ deal')}`)).toEqual([5]);
    expect(await durations('call_date=2026-07-03T09:30:00Z')).toEqual([3]);
  });

  it('takes a time as a row shows it, though it is kept more exactly', async () => {
    const { data } = await list('call_id=call-7');
    const { id = 0, create_date: shown } = data[0] ?? {};
    await server.database.kysely
      .updateTable('mcube_call_record')
      .set({ create_date: sql`${shown}::timestamptz + interval '417 microseconds'` })
      .where('id', '=', id)
      .execute();
    const found = async (filter: string) => (await list(`id=${id}&create_date${filter}${shown}`)).total;
    expect(await Promise.all(['=', '_gte=', '_lte=', '=null&create_date='].map(found))).toEqual([1, 1, 1, 1]);
    expect(await Promise.all(['_gt=', '_lt=', '_ne='].map(found))).toEqual([0, 0, 0]);
  });

  it('takes null, several values, and what is not', async () => {
    expect(await durations('user_id=null')).toEqual([11, 9, 7, 5, 3, 1]);
    expect(await durations('duration=1&duration=12')).toEqual([12, 1]);
    expect(await durations(`lead_id=${lead}&lead_id=null&limit=1`)).toEqual([12]);
    expect(await durations('outcome_ne=answered')).toEqual([12, 9, 6, 3]);
    expect(await durations('lead_id_ne=null')).toEqual([5]);
    expect(await durations(`user_id_ne=${agent.id}`)).toEqual([11, 9, 7, 5, 3, 1]);
  });

  it('takes ranges of numbers and times', async () => {
    expect(await durations('duration_gte=3&duration_lt=5')).toEqual([4, 3]);
    expect(await durations('call_date_gte=2026-07-11')).toEqual([12, 11]);
    expect(await durations('call_date_gt=2026-07-11T09:30:00Z')).toEqual([12]);
    expect(await durations('call_date_lte=2026-07-01T15:00:00+05:30')).toEqual([1]);
    expect(await durations('call_date_lt=2026-07-01T15:00:01%2B0530')).toEqual([1]);
  });

  it('for a number too large for any row finds nothing', async () => {
    expect(await list('user_id=99999999999&id=999999999999999')).toEqual({ data: [], total: 0 });
  });

  it('that is not known is refused with those that are', async () => {
    for (const query of ['colour=red', 'status_gte=A', 'constructor=1', 'phone_sanitized=1', '__proto__=1'])
      expect(await refusal(query)).toMatchObject({
        error: { code: 'invalid_input', message: expect.stringMatching(/no filter .*; this list takes id, call_id/) },
      });
    expect(await refusal('duration=long')).toMatchObject({
      error: { code: 'invalid_input', message: 'duration must be a whole number or null, not "long".' },
    });
    expect(await refusal('has_recording=1')).toMatchObject({
      error: { message: expect.stringContaining('true or false') },
    });
    expect(await refusal('call_date_gte=yesterday')).toMatchObject({
      error: { message: expect.stringContaining('2026-08-01T09:30:00Z') },
    });
    expect(await refusal('agent_name=%00')).toMatchObject({ error: { code: 'invalid_input' } });
  });

  it('takes every field that the list shows', async () => {
    for (const path of [
      'call-records',
      'leads',
      'users',
      'teams',
      'stages',
      'api-keys',
      'saved-searches',
      'webhook-events',
      'notes',
      'tags',
      'lead-merges',
    ]) {
      const asked = path === 'webhook-events' ? await server.user(['base.group_system']) : agent;
      const { body } = await asked.get<{
        paths: Record<string, { get: { parameters: { name: string }[] } }>;
        components: { schemas: Record<string, { properties: object }> };
      }>('/api/openapi.json');
      const filters = body.paths[`/api/${path}`]?.get.parameters.map(({ name }) => name) ?? [];
      const shown = Object.keys(body.components.schemas[SHAPES[path] ?? '']?.properties ?? {});
      expect(shown.length).toBeGreaterThan(2);
      expect(filters).toEqual(
        expect.arrayContaining(
          shown.filter(
            (name) =>
              !['assignment', 'payload', 'request', 'last_note', 'query', 'may_hear'].includes(name) &&
              !name.endsWith('_sentences'),
          ),
        ),
      );
      for (const name of filters.filter((one) => !['limit', 'page', 'sort', 'q'].includes(one))) {
        for (const query of [`${name}=null`, `${name}_ne=null`])
          expect({ query, status: (await asked.get(`/api/${path}?${query}`)).status }).toEqual({ query, status: 200 });
        const values = ['1', 'true', '2026-08-01', 'text'];
        const statuses = await Promise.all(
          values.map(async (value) => (await asked.get(`/api/${path}?${name}=${value}`)).status),
        );
        expect({ name, statuses }).toEqual({ name, statuses: expect.arrayContaining([200]) });
        expect(statuses.filter((status) => status !== 200 && status !== 400)).toEqual([]);
      }
    }
  });
});

const SHAPES: Record<string, string> = {
  'call-records': 'CallRecord',
  leads: 'Lead',
  users: 'User',
  teams: 'Team',
  stages: 'Stage',
  'api-keys': 'ApiKey',
  'saved-searches': 'SavedSearch',
  'webhook-events': 'WebhookEvent',
  notes: 'Note',
  'lead-merges': 'LeadMerge',
  tags: 'Tag',
};

describe('a number in any spelling', () => {
  it.each([
    '+919845012345',
    '9845012345',
    '09845012345',
    '0091 98450-12345',
    '(098450) 12345',
    '919845012345',
    '%2B919845012345',
  ])('finds the calls of %s', async (spelling) => {
    expect(await durations(`phone_number=${spelling}`)).toEqual([4, 3, 2, 1]);
    expect(await durations(`q=${spelling}`)).toEqual([4, 3, 2, 1]);
  });
});

describe('a search', () => {
  it('finds calls by id, and by any part of the name or number of their lead', async () => {
    expect(await durations('q=call-8')).toEqual([8]);
    expect(await durations('q=diwali')).toEqual([5]);
    expect(await durations('q=11111')).toEqual([5]);
    expect(await durations(`q=${encodeURIComponent('50% OFF')}`)).toEqual([5]);
    expect(await durations(`q=${encodeURIComponent('5_%')}`)).toEqual([]);
    expect(await durations('q=diwali&outcome=missed')).toEqual([]);
    expect((await list('q=')).total).toBe(12);
  });

  it('finds users and teams by name', async () => {
    await server.user(['base.group_user'], { name: 'Ravi Kumar', email: 'ravi@example.com', phone: '9845099999' });
    for (const words of ['kumar', 'RAVI@', '+91 98450 99999'])
      expect((await agent.get<List<object>>(`/api/users?q=${encodeURIComponent(words)}`)).body).toMatchObject({
        data: [{ name: 'Ravi Kumar' }],
        total: 1,
      });
  });
});

describe('the total', () => {
  it('is exact up to ten thousand, and says when it is an estimate', async () => {
    const other = await startTestServer();
    const reader = await other.user(['base.group_user']);
    await sql`
      insert into crm_lead (name, stage_id, active)
      select 'Lead ' || n, 1, n > 10000 from generate_series(1, 20500) n`.execute(other.database.kysely);
    await sql`analyze crm_lead`.execute(other.database.kysely);
    const { body } = await reader.get<List<object>>('/api/leads');
    expect(body.total_is_estimate).toBe(true);
    expect(Math.abs(body.total - 20_500)).toBeLessThan(500);
    expect((await reader.get('/api/leads?active=false')).body).toMatchObject({ total: 10_000 });
    expect((await reader.get<List<object>>('/api/leads?active=false')).body.total_is_estimate).toBeUndefined();
  });

  it('of all calls is exact, from the rollup', async () => {
    const other = await startTestServer();
    const reader = await other.user(['base.group_user']);
    await sql`
      insert into mcube_call_record (call_id, call_date, direction, outcome, family, merge_ranks, lead_rule, user_rule, assignment)
      select 'many-' || n, now(), 'inbound', 'answered', 'cloud', '-', 'open_lead', 'fallback', ''
      from generate_series(1, 10001) n`.execute(other.database.kysely);
    await sql`insert into call_rollup_total values
      ('inbound', 'answered', 12345678, 0), ('inbound', 'missed', 1, 0)`.execute(other.database.kysely);
    expect((await reader.get('/api/call-records?limit=1')).body).toMatchObject({ total: 12_345_679 });
    expect((await reader.get<List<object>>('/api/call-records?limit=1')).body.total_is_estimate).toBeUndefined();
  });

  it('of calls is exact beyond that for what the rollups know: period, hour, direction, outcome, owner, number', async () => {
    const other = await startTestServer();
    const reader = await other.user(['base.group_user']);
    const execute = (statement: ReturnType<typeof sql>) => statement.execute(other.database.kysely);
    await execute(sql`
      insert into mcube_call_record (call_id, call_date, direction, outcome, virtual_number, user_id, family, merge_ranks, lead_rule,
        user_rule, assignment)
      select 'many-' || n, timestamptz '2026-06-30T18:30:00Z' + make_interval(mins => n), 'inbound', 'answered',
        case when n % 9 > 0 then '8030000001' end, case when n % 7 > 0 then ${reader.id}::integer end, 'cloud', '-', 'open_lead',
        'fallback', '' from generate_series(0, 14399) n`);
    const local = sql`call_date at time zone 'Asia/Kolkata'`;
    await execute(sql`
      insert into call_rollup_hour select date_trunc('hour', ${local}), direction, outcome, count(*), 0
      from mcube_call_record group by 1, 2, 3`);
    await execute(sql`
      insert into call_rollup_day (local_day, user_id, virtual_number, direction, outcome, calls, talk_seconds)
      select (${local})::date, coalesce(user_id, 0), coalesce(virtual_number, ''), direction, outcome, count(*), 0
      from mcube_call_record group by 1, 2, 3, 4, 5`);
    const days = 'call_date_gte=2026-07-01T18:30:00Z&call_date_lt=2026-07-10T18:30:00Z';
    for (const [query, total] of [
      ['outcome=answered', 14_400],
      [days, 12_960],
      [`${days}&call_hour_ne=9&direction=inbound`, 12_420],
      [`call_weekday=1&call_weekday=2&call_weekday=3&call_weekday=4&call_weekday=5`, 11_520],
      [`virtual_number=8030000001`, 12_800],
      [`user_id=${reader.id}&virtual_number_ne=null`, 10_971],
    ] as const)
      expect({ query, ...(await reader.get<List<object>>(`/api/call-records?limit=1&${query}`)).body }).toEqual({
        query,
        data: [expect.anything()],
        total,
      });
  });
});
