import { describe, expect, it } from 'vitest';
import { type List, startTestServer, type TestUser } from '../support/http.ts';

type Search = { id: number; name: string; is_default: boolean; is_shared: boolean; query: object; user_id: number };

const server = await startTestServer();
const [asha, ravi, admin] = [
  await server.user(['base.group_user'], { name: 'Asha' }),
  await server.user(['base.group_user'], { name: 'Ravi' }),
  await server.user(['base.group_system']),
];
const QUERY = {
  filter: { outcome: 'missed', q: 'Diwali \u0000 "50%"' },
  sort: '-call_date',
  columns: ['id', 'agent_name'],
};
const keep = async (who: TestUser, fields: object) => {
  const body = { name: 'Missed', resource: 'call-records', query: QUERY, ...fields };
  return (await who.send<Search>('POST', '/api/saved-searches', body)).body;
};
const change = (who: TestUser, { id }: Search, fields: object) =>
  who.send<Search>('PATCH', `/api/saved-searches/${id}`, fields);
const namesFor = async (who: TestUser, query = '') =>
  (await who.get<List<Search>>(`/api/saved-searches?${query}`)).body.data.map(({ name }) => name);

describe('a saved search', () => {
  it('comes back as it was kept, to its owner alone until it is shared', async () => {
    const made = await keep(asha, { name: 'Mine' });
    expect(made).toMatchObject({ query: QUERY, user_id: asha.id, user_name: 'Asha', is_shared: false });
    expect((await asha.get(`/api/saved-searches/${made.id}`)).body).toEqual(made);
    for (const other of [ravi, admin]) {
      expect(await namesFor(other)).not.toContain('Mine');
      expect((await other.get(`/api/saved-searches/${made.id}`)).status).toBe(404);
    }
    expect(await change(asha, made, { is_shared: true })).toMatchObject({ body: { is_shared: true, query: QUERY } });
    expect(await namesFor(ravi, 'resource=call-records')).toContain('Mine');
    expect(await namesFor(ravi, 'resource=leads')).not.toContain('Mine');
  });

  it('is changed and deleted by its owner or an administrator', async () => {
    const made = await keep(asha, { name: 'Ours', is_shared: true });
    const remove = (who: TestUser) => who.send('DELETE', `/api/saved-searches/${made.id}`);
    expect(await change(ravi, made, { name: 'Theirs' })).toMatchObject({ status: 404 });
    expect((await remove(ravi)).status).toBe(404);
    // And what an administrator may no longer list is still shown to them once.
    expect(await change(admin, made, { name: 'Tidy', is_shared: false })).toMatchObject({ body: { name: 'Tidy' } });
    expect(await namesFor(asha)).toContain('Tidy');
    expect((await remove(admin)).status).toBe(204);
    expect(await namesFor(asha)).not.toContain('Tidy');
  });

  it('that becomes the default takes the place of the one that was, for that person and resource', async () => {
    const first = await keep(ravi, { name: 'First', is_default: true });
    const second = await keep(ravi, { name: 'Second', is_default: true });
    await keep(ravi, { name: 'Leads', resource: 'leads', is_default: true });
    await keep(asha, { name: 'Shared', is_shared: true, is_default: true });
    const defaults = () => namesFor(ravi, `is_default=true&user_id=${ravi.id}`);
    expect(await defaults()).toEqual(['Leads', 'Second']);
    await change(ravi, first, { is_default: true });
    expect(await defaults()).toEqual(['First', 'Leads']);
    await change(ravi, second, { resource: 'leads', is_default: true });
    expect(await defaults()).toEqual(['First', 'Second']);
  });

  it('is refused when it is no object, too long, or of nothing that can be searched', async () => {
    const refused = (fields: object) => keep(asha, fields);
    const error = (message: string) => ({
      error: { code: 'invalid_input', message: expect.stringContaining(message) },
    });
    expect(await refused({ query: ['a'] })).toMatchObject(error('query must be an object'));
    expect(await refused({ query: { q: 'x'.repeat(10_000) } })).toMatchObject(error('at most 10000 bytes'));
    expect(await refused({ resource: 'sessions' })).toMatchObject(error('resource must be one of call-records'));
    expect(await refused({ name: '' })).toMatchObject(error('name must not be empty'));
  });
});
