import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type List, startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

type Lead = { id: number; user_id: number | null; phone_numbers: string[]; is_open: boolean };

const server = await startTestServer();
const agent = await server.user(['base.group_user'], { name: 'Asha' });
const colleague = await server.user(['base.group_user']);

const create = async (fields: object) =>
  (await agent.send<Lead>('POST', '/api/leads', { name: 'Lead', ...fields })).body;
const change = async (id: number, fields: object) => (await agent.send<Lead>('PATCH', `/api/leads/${id}`, fields)).body;
const found = async (phone: string) =>
  (await agent.get<List<Lead>>(`/api/leads?phone=${encodeURIComponent(phone)}&sort=id`)).body.data.map(({ id }) => id);
/** What the service alone looks at. */
const inside = async (id: number) =>
  await server.database.kysely
    .selectFrom('crm_lead')
    .select(['caller_number', 'owner_call_id', 'is_open'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
/** A lead as the service opens it for a caller. */
const opened = async (number: string) => {
  const { id } = await create({ phone: number, allow_duplicate: true });
  await sql`update crm_lead set caller_number = ${number}, owner_call_id = 'call-1' where id = ${id}`.execute(
    server.database.kysely,
  );
  return id;
};
const WON = 4;

describe('a lead entered by hand', () => {
  it('belongs to whoever enters it, in the first stage, unless said otherwise', async () => {
    const answer = await agent.send('POST', '/api/leads', {
      name: 'Ravi Kumar',
      phone: '098450 22222',
      email: 'r@example.com',
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        name: 'Ravi Kumar',
        phone: '098450 22222',
        phone_sanitized: '+919845022222',
        phone_numbers: ['+919845022222'],
        user_id: agent.id,
        user_name: 'Asha',
        stage_name: 'New',
        type: 'lead',
        active: true,
        is_open: true,
        call_record_ids: [],
        call_count: 0,
        last_call_date: null,
      },
    });
    expect(await create({ user_id: null })).toMatchObject({ user_id: null });
    expect(await create({ user_id: colleague.id, stage_id: WON })).toMatchObject({
      user_id: colleague.id,
      is_open: false,
    });
  });

  it('is found by any spelling of any of its numbers', async () => {
    const { id, phone_numbers } = await create({ phone: '98450 33333 / +1 415 555 0133' });
    expect(phone_numbers).toEqual(['+919845033333', '+14155550133']);
    for (const spelling of ['9845033333', '+91 98450-33333', '0091 9845033333', '+1 (415) 555-0133'])
      expect(await found(spelling)).toEqual([id]);
    expect(await found('9845033334')).toEqual([]);
  });

  it('may share its number with another open lead, knowingly', async () => {
    const [one, two] = [
      await create({ phone: '9845044444' }),
      await create({ phone: '09845044444', allow_duplicate: true }),
    ];
    expect(await found('+919845044444')).toEqual([one.id, two.id]);
  });

  it('names its calls, newest first', async () => {
    const { id } = await create({});
    const older = await addCall(server.database, { lead_id: id, call_date: new Date('2026-07-01T10:00:00Z') });
    const newer = await addCall(server.database, { lead_id: id, call_date: new Date('2026-07-02T10:00:00Z') });
    const calls = { call_record_ids: [newer, older], call_count: 2, last_call_date: '2026-07-02T10:00:00.000Z' };
    expect((await agent.get(`/api/leads/${id}`)).body).toMatchObject(calls);
    expect((await agent.get(`/api/leads?call_record_ids=${older}`)).body).toMatchObject({
      data: [{ id, ...calls }],
      total: 1,
    });
    expect((await agent.get(`/api/leads?call_count=2&last_call_date_gte=2026-07-02`)).body).toMatchObject({
      data: [{ id }],
    });
    expect((await agent.get<List<Lead>>('/api/leads?sort=-last_call_date&limit=1')).body.data[0]?.id).toBe(id);
  });

  it('is refused with what is wrong in words', async () => {
    const wrong: [body: object, message: string][] = [
      [{ name: '' }, 'name must not be empty.'],
      [{ name: null }, 'name must be text.'],
      [{ stage_id: 999 }, 'stage_id 999 does not exist.'],
      [{ user_id: 999_999 }, 'user_id 999999 does not exist.'],
      [{ user_id: 2 ** 31 }, 'user_id must be <= 2147483647.'],
      [{ type: 'deal' }, 'type must be one of lead, opportunity.'],
      [{ phone_sanitized: '+91' }, 'phone_sanitized is not a field here.'],
    ];
    for (const [body, message] of wrong)
      expect(await agent.send('POST', '/api/leads', { name: 'Lead', ...body })).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_input', message } },
      });
  });
});

describe('a changed number', () => {
  it('replaces what a person had written', async () => {
    const { id } = await create({ phone: '9845055555' });
    expect(await change(id, { phone: '9845066666' })).toMatchObject({
      phone_numbers: ['+919845066666'],
      phone_sanitized: '+919845066666',
    });
    expect(await found('9845055555')).toEqual([]);
    expect(await change(id, { phone: null })).toMatchObject({ phone: null, phone_sanitized: null, phone_numbers: [] });
  });

  it('leaves the numbers that have called', async () => {
    const { id } = await create({ phone: '9845077777' });
    await addCall(server.database, { lead_id: id, phone_sanitized: '+919845077777' });
    await change(id, { phone: '9845088888' });
    expect(await found('9845077777')).toEqual([id]);
    expect(await found('9845088888')).toEqual([id]);
  });

  it('leaves the number for which the service opened the lead', async () => {
    const id = await opened('+919845099990');
    await change(id, { phone: '9845088889' });
    expect(await found('9845099990')).toEqual([id]);
  });
});

describe('closing a lead', () => {
  it.each([{ active: false }, { stage_id: WON }])('with %o gives up the number it was opened for', async (closing) => {
    const id = await opened('+919845012121');
    await change(id, { description: 'Wants a call back' });
    expect(await inside(id)).toMatchObject({ is_open: true, caller_number: '+919845012121' });
    expect(await change(id, closing)).toMatchObject({ is_open: false });
    expect(await inside(id)).toMatchObject({ is_open: false, caller_number: null });
    expect(await change(id, { active: true, stage_id: 1 })).toMatchObject({ is_open: true });
    expect(await inside(id)).toMatchObject({ is_open: true, caller_number: null });
  });

  it('needs both to be right again: an archived lead does not open by leaving the won stage', async () => {
    const { id } = await create({ stage_id: WON, active: false });
    expect(await change(id, { stage_id: 1 })).toMatchObject({ is_open: false });
    expect(await change(id, { active: true })).toMatchObject({ is_open: true });
  });
});

describe('an owner chosen by a person', () => {
  it('no longer follows who answers', async () => {
    const id = await opened('+919845013131');
    await change(id, { name: 'Renamed' });
    expect(await inside(id)).toMatchObject({ owner_call_id: 'call-1' });
    expect(await change(id, { user_id: colleague.id })).toMatchObject({ user_id: colleague.id });
    expect(await inside(id)).toMatchObject({ owner_call_id: null });
  });
});

describe('a call record', () => {
  const call = (id: number) => `/api/call-records/${id}`;
  const day = async () =>
    (
      await sql`select user_id, calls, talk_seconds from call_rollup_day where calls <> 0 order by user_id`.execute(
        server.database.kysely,
      )
    ).rows;

  it('is put on another lead and given another owner, and every figure follows', async () => {
    const lead = await create({ name: 'The right one' });
    const id = await addCall(server.database, {
      duration: 60,
      user_id: colleague.id,
      user_rule: 'fallback',
      assignment: `fallback:${colleague.id}`,
    });
    await sql`insert into call_rollup_day values ('2026-08-01', ${colleague.id}, '', 'inbound', 'answered', 1, 60)`.execute(
      server.database.kysely,
    );
    await sql`insert into call_rollup_total values ('inbound', 'answered', 1, 60)`.execute(server.database.kysely);
    expect(await agent.send('PATCH', call(id), { lead_id: lead.id, user_id: agent.id })).toMatchObject({
      status: 200,
      body: {
        lead_id: lead.id,
        lead_name: 'The right one',
        lead_rule: 'person',
        user_id: agent.id,
        user_name: 'Asha',
        user_rule: 'person',
        assignment: [
          { rule: 'fallback', said: 'chosen', user_id: colleague.id },
          { rule: 'person', said: 'chosen', user_id: agent.id },
        ],
      },
    });
    expect(await day()).toEqual([{ user_id: agent.id, calls: 1, talk_seconds: 60 }]);
    expect((await agent.get(`/api/leads/${lead.id}`)).body).toMatchObject({ call_record_ids: [id], call_count: 1 });

    expect((await agent.send('DELETE', call(id))).status).toBe(204);
    expect((await agent.get(call(id))).status).toBe(404);
    expect(await day()).toEqual([]);
    expect(
      (await sql`select sum(calls)::integer as calls from call_rollup_total`.execute(server.database.kysely)).rows,
    ).toEqual([{ calls: 0 }]);
  });

  it('keeps what MCUBE said of it', async () => {
    const id = await addCall(server.database);
    for (const body of [{ status: 'ANSWER' }, { duration: 10 }, { call_id: 'x' }, {}])
      expect(await agent.send('PATCH', call(id), body)).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_input' } },
      });
    expect((await agent.send('POST', '/api/call-records', { call_id: 'x' })).status).toBe(404);
  });

  it('is not put on what does not exist', async () => {
    const id = await addCall(server.database);
    expect((await agent.send('PATCH', call(id), { lead_id: 999_999 })).body).toMatchObject({
      error: { message: 'lead_id 999999 does not exist.' },
    });
    expect((await agent.send('PATCH', call(id), { user_id: 999_999 })).body).toMatchObject({
      error: { message: 'user_id 999999 does not exist.' },
    });
    expect((await agent.send('PATCH', call(999_999), { user_id: null })).status).toBe(404);
    expect((await agent.send('DELETE', call(999_999))).status).toBe(404);
  });

  it('carries the names of the specification', async () => {
    const id = await addCall(server.database, {
      recording_url: 'https://mcube.example/1.wav',
      agent_name: 'Asha',
      disconnected_by: 'Customer',
    });
    const { body } = await agent.get<object>(call(id));
    const names = [
      'call_id',
      'lead_id',
      'phone_number',
      'virtual_number',
      'recording_url',
      'call_date',
      'duration',
      'direction',
      'status',
      'disconnected_by',
      'agent_name',
      'has_recording',
    ];
    expect(Object.keys(body)).toEqual(expect.arrayContaining(names));
    expect(body).toMatchObject({ has_recording: true, call_date: '2026-08-01T09:30:00.000Z' });
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['merge_ranks']));
  });
});

describe('a team', () => {
  it('is created, renamed and archived by administrators, and has a name of its own', async () => {
    const admin = await server.user(['base.group_system']);
    const { body } = await admin.send<{ id: number }>('POST', '/api/teams', { name: 'Support' });
    expect((await admin.send('POST', '/api/teams', { name: 'SUPPORT' })).status).toBe(409);
    expect(await admin.send('PATCH', `/api/teams/${body.id}`, { name: 'Service', active: false })).toMatchObject({
      status: 200,
      body: { name: 'Service', active: false, member_ids: [] },
    });
    expect((await agent.get('/api/teams?active=false')).body).toMatchObject({ data: [{ name: 'Service' }], total: 1 });
  });
});

describe('stages', () => {
  it('are listed in their order', async () => {
    expect((await agent.get<List<{ name: string }>>('/api/stages')).body.data.map(({ name }) => name)).toEqual([
      'New',
      'Qualified',
      'Proposition',
      'Won',
    ]);
  });
});
