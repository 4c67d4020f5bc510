import { describe, expect, it } from 'vitest';
import { type List, startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

type Note = { id: number; body: string; lead_id: number | null; call_record_id: number | null };
type Tag = { id: number; name: string; color: number };
type Lead = { id: number; tag_ids: number[]; last_note: object | null; next_follow_up_at: string | null };

const server = await startTestServer();
const asha = await server.user(['base.group_user'], { name: 'Asha Rao' });
const bharat = await server.user(['base.group_user'], { name: 'Bharat Nair' });
const admin = await server.user(['base.group_system'], { name: 'Admin' });
const portal = await server.user(['base.group_portal']);

const lead = async (fields: object = {}) =>
  (await asha.send<Lead>('POST', '/api/leads', { name: 'Ravi', ...fields })).body;
const note = async (fields: object) => (await asha.send<Note>('POST', '/api/notes', { body: 'Hello', ...fields })).body;
const notesOf = async (filter: string) => (await asha.get<List<Note>>(`/api/notes?${filter}`)).body.data;
const tag = async (name: string) => (await asha.send<Tag>('POST', '/api/tags', { name })).body;

describe('a note', () => {
  it('on a lead is its last note, until there is a later one', async () => {
    const { id } = await lead();
    expect(await asha.send('POST', '/api/notes', { body: ' Wants 3 rooms ', lead_id: id })).toMatchObject({
      status: 201,
      body: { body: 'Wants 3 rooms', lead_id: id, call_record_id: null, user_id: asha.id, user_name: 'Asha Rao' },
    });
    await note({ body: 'Budget 80 lakh', lead_id: id });
    expect((await asha.get<Lead>(`/api/leads/${id}`)).body.last_note).toMatchObject({
      body: 'Budget 80 lakh',
      user_name: 'Asha Rao',
    });
  });

  it('on a call stands on its lead too, and follows the call to another one', async () => {
    const [one, other] = [await lead(), await lead()];
    const call = await addCall(server.database, { lead_id: one.id });
    const { id } = await note({ call_record_id: call });
    expect(await notesOf(`lead_id=${one.id}`)).toMatchObject([{ id, call_record_id: call }]);
    await asha.send('PATCH', `/api/call-records/${call}`, { lead_id: other.id });
    expect(await notesOf(`lead_id=${one.id}`)).toEqual([]);
    expect(await notesOf(`lead_id=${other.id}`)).toMatchObject([{ id, call_record_id: call }]);
    await asha.send('PATCH', `/api/call-records/${call}`, { lead_id: null });
    expect(await notesOf(`call_record_id=${call}`)).toMatchObject([{ id, lead_id: null }]);
  });

  it('outlives its call on the lead, and goes with a call that has none', async () => {
    const { id: lead_id } = await lead();
    const [call, leadless] = [await addCall(server.database, { lead_id }), await addCall(server.database)];
    const [stays, goes] = [await note({ call_record_id: call }), await note({ call_record_id: leadless })];
    for (const id of [call, leadless]) await asha.send('DELETE', `/api/call-records/${id}`);
    expect((await asha.get(`/api/notes/${stays.id}`)).body).toMatchObject({ lead_id, call_record_id: null });
    expect((await asha.get(`/api/notes/${goes.id}`)).status).toBe(404);
  });

  it('is changed and deleted by whoever wrote it, and by administrators', async () => {
    const { id } = await note({ lead_id: (await lead()).id });
    const path = `/api/notes/${id}`;
    for (const answer of [await bharat.send('PATCH', path, { body: 'No' }), await bharat.send('DELETE', path)])
      expect(answer).toMatchObject({
        status: 403,
        body: { error: { message: 'Only whoever wrote a note, or an administrator, may change or delete it.' } },
      });
    expect(await asha.send('PATCH', path, { body: 'Better' })).toMatchObject({ status: 200, body: { body: 'Better' } });
    expect((await admin.send('PATCH', path, { body: 'Best' })).status).toBe(200);
    expect((await asha.send('DELETE', path)).status).toBe(204);
    expect((await asha.send('DELETE', path)).status).toBe(404);
    expect((await portal.get('/api/notes')).status).toBe(403);
  });

  it('is refused with what is wrong in words', async () => {
    const { id } = await lead();
    const wrong: [body: object, message: string][] = [
      [{ body: 'Hello' }, 'Say what the note is about: lead_id or call_record_id.'],
      [{ body: ' ', lead_id: id }, 'body must not be empty.'],
      [{ body: 'Hello', lead_id: 999_999 }, 'lead_id 999999 does not exist.'],
      [{ body: 'Hello', call_record_id: 999_999 }, 'call_record_id 999999 does not exist.'],
    ];
    for (const [body, message] of wrong)
      expect(await asha.send('POST', '/api/notes', body)).toMatchObject({ status: 400, body: { error: { message } } });
  });
});

describe('a tag', () => {
  it('has a name of its own, whatever its capitals', async () => {
    const { id } = await tag('Hot');
    const taken = { status: 409, body: { error: { message: 'There is a tag of this name already.' } } };
    expect(await asha.send('POST', '/api/tags', { name: ' HOT' })).toMatchObject(taken);
    const cold = await tag('Cold');
    expect(await asha.send('PATCH', `/api/tags/${cold.id}`, { name: 'hot' })).toMatchObject(taken);
    expect(await asha.send('PATCH', `/api/tags/${id}`, { name: 'HOT', color: 3 })).toMatchObject({
      body: { id, name: 'HOT', color: 3 },
    });
    expect((await asha.send('POST', '/api/tags', { name: 'x', color: 12 })).status).toBe(400);
  });

  it('is put on leads and calls, which are found by it', async () => {
    const [zebra, apple] = [await tag('Zebra'), await tag('Apple')];
    const { id } = await lead({ tag_ids: [zebra.id, apple.id, zebra.id] });
    const call = await addCall(server.database);
    expect((await asha.send('PATCH', `/api/call-records/${call}`, { tag_ids: [zebra.id] })).body).toMatchObject({
      tag_ids: [zebra.id],
      tag_names: ['Zebra'],
    });
    expect((await asha.get(`/api/leads?tag_ids=${zebra.id}`)).body).toMatchObject({
      data: [{ id, tag_ids: [apple.id, zebra.id], tag_names: ['Apple', 'Zebra'] }],
      total: 1,
    });
    expect((await asha.get(`/api/call-records?tag_ids=${zebra.id}`)).body).toMatchObject({
      data: [{ id: call }],
      total: 1,
    });
    expect((await asha.get(`/api/call-records?tag_ids=null&id=${call}`)).body).toMatchObject({ total: 0 });
    expect((await asha.send('PATCH', `/api/leads/${id}`, { tag_ids: [apple.id] })).body).toMatchObject({
      tag_names: ['Apple'],
    });
    expect((await asha.send('PATCH', `/api/leads/${id}`, { tag_ids: [999_999] })).body).toMatchObject({
      error: { message: 'tag_id 999999 does not exist.' },
    });
  });

  it('is deleted by administrators, and is gone from whatever bore it', async () => {
    const gone = await tag('Gone');
    const { id } = await lead({ tag_ids: [gone.id] });
    expect((await asha.send('DELETE', `/api/tags/${gone.id}`)).status).toBe(403);
    expect((await admin.send('DELETE', `/api/tags/${gone.id}`)).status).toBe(204);
    expect((await asha.get(`/api/leads/${id}`)).body).toMatchObject({ tag_ids: [], tag_names: [] });
  });
});

describe('a follow-up', () => {
  it('is one date of a lead with what is to be said, by which leads are sorted and found', async () => {
    const at = (day: number) => `2031-05-0${day}T09:30:00.000Z`;
    const later = await lead({ next_follow_up_at: at(2), next_follow_up_note: 'Send the plan' });
    const sooner = await lead({ next_follow_up_at: at(1) });
    expect(later).toMatchObject({ next_follow_up_at: at(2), next_follow_up_note: 'Send the plan' });
    const ids = async (query: string) =>
      (await asha.get<List<Lead>>(`/api/leads?${query}`)).body.data.map(({ id }) => id);
    expect((await ids('sort=next_follow_up_at')).slice(0, 2)).toEqual([sooner.id, later.id]);
    expect((await ids('sort=-next_follow_up_at')).slice(0, 2)).toEqual([later.id, sooner.id]);
    expect(await ids(`next_follow_up_at_lte=${at(1)}`)).toEqual([sooner.id]);
    expect((await asha.send('PATCH', `/api/leads/${sooner.id}`, { next_follow_up_at: null })).body).toMatchObject({
      next_follow_up_at: null,
    });
    // Of the leap second no Date can be made.
    for (const next_follow_up_at of ['soon', '2026-02-30T09:30:00Z', '2026-12-31T23:59:60Z'])
      expect((await asha.send('PATCH', `/api/leads/${sooner.id}`, { next_follow_up_at })).body).toMatchObject({
        error: { message: 'next_follow_up_at must be a time such as 2026-08-01T09:30:00Z.' },
      });
  });
});

describe('a lead in the list', () => {
  it('tells how its last call ended', async () => {
    const { id } = await lead();
    expect(await lead()).toMatchObject({ last_call_outcome: null, last_note: null });
    await addCall(server.database, { lead_id: id, outcome: 'missed', call_date: new Date('2026-07-02T10:00:00Z') });
    await addCall(server.database, { lead_id: id, outcome: 'answered', call_date: new Date('2026-07-01T10:00:00Z') });
    expect((await asha.get(`/api/leads/${id}`)).body).toMatchObject({ last_call_outcome: 'missed' });
  });
});

describe('a second lead for a number', () => {
  const number = '9845055501';
  it('is made knowingly only', async () => {
    const { id } = await lead({ name: 'Meena', phone: number });
    const again = await bharat.send('POST', '/api/leads', { name: 'Again', phone: `+91 ${number}` });
    expect(again).toMatchObject({
      status: 409,
      body: { error: { code: 'duplicate_lead', details: { lead_id: id } } },
    });
    expect(again.body).toHaveProperty(
      'error.message',
      `This number is already being worked by Asha Rao: lead ${id} "Meena", stage New. Send allow_duplicate: true to make another one.`,
    );
    const second = await bharat.send<Lead>('POST', '/api/leads', {
      name: 'Again',
      phone: number,
      allow_duplicate: true,
    });
    expect(second.status).toBe(201);
    expect((await asha.get(`/api/leads/${id}/duplicates`)).body).toMatchObject({
      data: [{ id: second.body.id }],
      total: 1,
    });
  });

  it('is made once when two people make it at one instant', async () => {
    const body = { name: 'Twice', phone: '9845055502' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => asha.send('POST', '/api/leads', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('needs no leave when the first is closed', async () => {
    const { id } = await lead({ phone: '9845055503' });
    await asha.send('PATCH', `/api/leads/${id}`, { active: false });
    expect((await asha.send('POST', '/api/leads', { name: 'New', phone: '9845055503' })).status).toBe(201);
  });

  it('is also known by its e-mail', async () => {
    const [one, two] = [await lead({ email: 'r@example.com' }), await lead({ email: 'R@Example.com' })];
    const others = async (id: number) => (await asha.get<List<Lead>>(`/api/leads/${id}/duplicates`)).body.data;
    expect(await others(one.id)).toMatchObject([{ id: two.id }]);
    await asha.send('PATCH', `/api/leads/${two.id}`, { active: false });
    expect(await others(one.id)).toEqual([]);
    expect((await asha.get('/api/leads/999999/duplicates')).status).toBe(404);
  });
});
