import { once } from 'node:events';
import { connect } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { announce, type Change, forgetChanges } from '../../src/models/live-change.ts';
import { openEvents, type StreamEvent } from '../support/event-stream.ts';
import { startTestServer, type TestUser } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

const server = await startTestServer({ heartbeatMilliseconds: 100 });
const admin = await server.user(['base.group_system']);
const agent = await server.user(['base.group_user']);
const portal = await server.user(['base.group_portal']);

const asUser = (user: TestUser) => ({ authorization: `Bearer ${user.key}` });
const tell = (...changes: Change[]) => server.database.kysely.transaction().execute((tx) => announce(tx, changes));
const of = (model: string, id: number) => (event: StreamEvent) =>
  JSON.stringify(event.data) === JSON.stringify({ model, ids: [id] });
const newestId = async () => {
  const { rows } = await sql<{ id: string }>`
    select id::text from live_change order by id desc limit 1`.execute(server.database.kysely);
  return rows[0]?.id ?? '';
};

describe('the event stream', () => {
  it('tells a signed-in client what somebody else changes, moments later', async () => {
    const stream = await openEvents(server, asUser(agent));
    const created = await admin.send<{ id: number }>('POST', '/api/leads', { name: 'Live' });
    const event = await stream.until(of('crm.lead', created.body.id));
    expect(event).toMatchObject({ event: 'message', id: expect.stringMatching(/^\d+$/) });
    stream.close();
  });

  it('is refused without a sign-in', async () => {
    const stream = await openEvents(server, {});
    expect(stream.status).toBe(401);
  });

  it('reaches the clients of every instance on the database', async () => {
    const other = await startTestServer({ database: server.database, heartbeatMilliseconds: 100 });
    const streams = [await openEvents(server, asUser(agent)), await openEvents(other, asUser(agent))];
    const created = await admin.send<{ id: number }>('POST', '/api/teams', { name: 'Two instances' });
    for (const stream of streams) await stream.until(of('crm.team', created.body.id));
    for (const stream of streams) stream.close();
    await other.close();
  });

  it('resumes after the last event received, without a gap and without repeating it', async () => {
    await tell({ model: 'crm.lead', ids: [101] });
    const lastEventId = await newestId();
    await tell({ model: 'crm.lead', ids: [102] }, { model: 'crm.team', ids: [7] });
    await tell({ model: 'crm.lead', ids: [103] });
    for (const stream of [
      await openEvents(server, { ...asUser(agent), 'last-event-id': lastEventId }),
      await openEvents(server, asUser(agent), `?last_event_id=${lastEventId}`),
    ]) {
      await tell({ model: 'crm.lead', ids: [104] });
      await stream.until(of('crm.lead', 104));
      const told = JSON.stringify(stream.events.map((event) => event.data));
      for (const id of [102, 103, 104]) expect(told).toContain(String(id));
      expect(told).toContain('"crm.team","ids":[7]');
      expect(told).not.toContain('101');
      stream.close();
    }
  });

  it('can be resumed from where it stood though nothing was sent yet', async () => {
    const stream = await openEvents(server, asUser(agent));
    await expect.poll(() => stream.lastId()).toMatch(/^\d+$/);
    stream.close();
    await tell({ model: 'crm.lead', ids: [201] });
    const resumed = await openEvents(server, { ...asUser(agent), 'last-event-id': stream.lastId() ?? '' });
    await resumed.until((event) => JSON.stringify(event.data).includes('201'));
    expect(resumed.events.every(({ event }) => event !== 'reset')).toBe(true);
    resumed.close();
  });

  it('goes on from where the session was read: a page need not load anything twice', async () => {
    const { body } = await agent.get<{ last_event_id: string }>('/api/session');
    await tell({ model: 'crm.lead', ids: [251] });
    const stream = await openEvents(server, { ...asUser(agent), 'last-event-id': body.last_event_id });
    await stream.until(of('crm.lead', 251));
    const { body: later } = await agent.get<{ last_event_id: string }>('/api/session');
    const another = await openEvents(server, { ...asUser(agent), 'last-event-id': later.last_event_id });
    await tell({ model: 'crm.lead', ids: [252] });
    await another.until(of('crm.lead', 252));
    for (const { events } of [stream, another]) expect(events.every(({ event }) => event !== 'reset')).toBe(true);
    expect(JSON.stringify(another.events)).not.toContain('251');
    stream.close();
    another.close();
  });

  it('says reset when what was missed is no longer kept, or was never ours', async () => {
    await tell({ model: 'crm.lead', ids: [301] });
    const forgotten = await newestId();
    await tell({ model: 'crm.lead', ids: [302] });
    await server.database.kysely.transaction().execute((tx) => forgetChanges(tx, new Date(Date.now() + 60_000)));
    for (const id of [forgotten, '9999999999', 'nonsense']) {
      const stream = await openEvents(server, { ...asUser(agent), 'last-event-id': id });
      expect(await stream.until(({ event }) => event === 'reset')).toMatchObject({ data: {} });
      await tell({ model: 'crm.lead', ids: [303] });
      await stream.until(of('crm.lead', 303));
      stream.close();
    }
  });

  it('loses nothing that is committed after a later transaction', async () => {
    const stream = await openEvents(server, asUser(agent));
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = server.database.kysely.transaction().execute(async (tx) => {
      await announce(tx, [{ model: 'crm.lead', ids: [401] }]);
      await tell({ model: 'crm.lead', ids: [402] });
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(JSON.stringify(stream.events)).not.toContain('402');
    commit();
    await slow;
    await stream.until((event) => JSON.stringify(event.data).includes('402'));
    expect(JSON.stringify(stream.events)).toContain('401');
    stream.close();
  });
});

describe('everybody is told only what they may read', () => {
  it('webhook events to administrators', async () => {
    const [first, second] = [await openEvents(server, asUser(admin)), await openEvents(server, asUser(agent))];
    await tell({ model: 'webhook.event', ids: [1000] }, { model: 'crm.lead', ids: [501] });
    await first.until(of('webhook.event', 1000));
    await second.until(of('crm.lead', 501));
    expect(JSON.stringify(second.events)).not.toContain('webhook.event');
    first.close();
    second.close();
  });

  it('the calls of their own leads to portal users, also when resumed', async () => {
    const lead = await admin.send<{ id: number }>('POST', '/api/leads', { name: 'Portal', user_id: portal.id });
    const mine = await addCall(server.database, { lead_id: lead.body.id });
    const other = await addCall(server.database);
    const stream = await openEvents(server, asUser(portal));
    const from = await newestId();
    await tell({ model: 'mcube.call.record', ids: [other, mine] }, { model: 'crm.lead', ids: [lead.body.id] });
    await stream.until(of('mcube.call.record', mine));
    const resumed = await openEvents(server, { ...asUser(portal), 'last-event-id': from });
    await resumed.until(of('mcube.call.record', mine));
    for (const { events } of [stream, resumed])
      expect(events.map((event) => event.data)).toEqual([{ model: 'mcube.call.record', ids: [mine] }]);
    stream.close();
    resumed.close();
  });
});

describe('the stream ends', () => {
  it('when the session behind it does', async () => {
    const user = await server.user(['base.group_user'], { password: 'correct horse' });
    const signedIn = await server
      .client()
      .send('POST', '/api/session', { login: user.login, password: 'correct horse' });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const stream = await openEvents(server, { cookie });
    await server.client({ cookie, origin: server.url }).send('DELETE', '/api/session');
    await stream.ended;
  });

  it('when the user is deactivated', async () => {
    const user = await server.user(['base.group_user']);
    const stream = await openEvents(server, asUser(user));
    expect((await admin.send('PATCH', `/api/users/${user.id}`, { active: false })).status).toBe(200);
    await stream.ended;
  });

  it('when the client leaves too much unread', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`GET /api/events HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${agent.key}\r\n\r\n`);
    await once(socket, 'data');
    socket.pause();
    const ids = Array.from({ length: 50_000 }, (_, n) => n + 1_000_000);
    for (let n = 0; n < 40; n += 1) await tell({ model: 'crm.lead', ids });
    let received = 0;
    socket.on('data', (data) => {
      received += data.length;
    });
    socket.resume();
    await once(socket, 'close');
    expect(received).toBeLessThan(40 * ids.length * 8);
  });

  it('when the server closes', async () => {
    const other = await startTestServer({ database: server.database });
    const stream = await openEvents(other, asUser(agent));
    await other.close();
    await stream.ended;
  });
});
