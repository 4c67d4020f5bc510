import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hangUp, newCallId } from '../support/calls.ts';
import { startService, type TestService, until } from '../support/service.ts';

type ApiEvent = {
  id: number;
  state: string;
  reason: string | null;
  attempts: number;
  next_attempt_at: string | null;
  call_id: string | null;
  call_record_id: number | null;
  payload: Record<string, unknown>;
};
type Replay = { events: number; preview: { id: number; call_id: string; state: string; effect: string }[] };

let service: TestService;
beforeAll(async () => {
  service = await startService();
  // A call whose group is "broken" cannot be written: a bug as good as any other.
  await sql`
    create function refuse_broken() returns trigger language plpgsql as $$
    begin
      raise exception 'the column is broken';
    end $$`.execute(service.database.kysely);
});
beforeEach(() => breakIt());

const breakIt = async () => {
  await mend();
  await sql`
    create trigger broken before insert on mcube_call_record for each row when (new.group_name = 'broken')
    execute function refuse_broken()`.execute(service.database.kysely);
};
const mend = () => sql`drop trigger if exists broken on mcube_call_record`.execute(service.database.kysely);

const eventsOf = async (callId: string): Promise<ApiEvent[]> => {
  const { data } = await service.api<{ data: ApiEvent[] }>('/api/webhook-events?limit=100');
  return data.filter(({ payload }) => payload.callid === callId);
};
const replay = (body: object, path = '/api/webhook-events/replay') => service.api<Replay>(path, 'POST', body);
const attempted = (callId: string, attempts: number) =>
  until(`${attempts} attempts were made`, async () => (await eventsOf(callId))[0]?.attempts === attempts);

/** Turns the clock until the events are given up. */
async function giveUp(...callIds: string[]): Promise<ApiEvent[]> {
  let events: ApiEvent[] = [];
  await until('the events are given up', async () => {
    // Longer than the longest pause between two attempts.
    service.clock.turn(700);
    events = (await Promise.all(callIds.map(eventsOf))).flat();
    return events.every(({ state }) => state === 'failed');
  });
  return events;
}

describe('an event that fails', () => {
  test('holds up none of its neighbours', async () => {
    const bad = hangUp({ groupname: 'broken' });
    const good = Array.from({ length: 20 }, () => hangUp());
    expect(await service.post([...good.slice(0, 10), bad, ...good.slice(10)])).toMatchObject({ status: 202 });
    await attempted(bad.callid, 1);
    await until('the others are processed', async () => {
      const { data } = await service.api<{ data: object[] }>(
        `/api/call-records?limit=100&${good.map(({ callid }) => `call_id=${callid}`).join('&')}`,
      );
      return data.length === good.length;
    });
    await expect(service.callOf(bad.callid)).rejects.toThrow('0 records');
  });

  test('is tried again with growing pauses, then kept as failed with its error', async () => {
    const bad = hangUp({ groupname: 'broken' });
    await service.post(bad);
    await attempted(bad.callid, 1);
    const pauses: number[] = [];
    for (let attempts = 1; attempts <= 5; attempts++) {
      await attempted(bad.callid, attempts);
      const [waiting] = await eventsOf(bad.callid);
      expect(waiting).toMatchObject({ state: 'received', reason: 'the column is broken' });
      const pause = (Date.parse(waiting?.next_attempt_at ?? '') - service.clock.now().getTime()) / 1000;
      pauses.push(pause);
      service.clock.turn(pause + 0.1);
    }
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    const [failed] = await giveUp(bad.callid);
    expect(failed).toMatchObject({
      state: 'failed',
      attempts: 6,
      reason: 'the column is broken',
      next_attempt_at: null,
      payload: bad,
    });
    const { data } = await service.api<{ data: ApiEvent[] }>('/api/webhook-events?state=failed');
    expect(data.map(({ id }) => id)).toContain(failed?.id);
    const ofCall = await service.api<{ data: ApiEvent[] }>(`/api/webhook-events?call_id=${bad.callid}`);
    expect(ofCall.data).toEqual([failed]);
    expect((await service.request('/metrics')).text).toMatch(/\nmcube_failed_events [1-9]/);
    expect((await service.request('/metrics')).text).toMatch(/\nmcube_lead_creation_failures_total [1-9]/);
  });

  test('heals by itself when the cause goes away between two attempts', async () => {
    const bad = hangUp({ groupname: 'broken' });
    await service.post(bad);
    await attempted(bad.callid, 1);
    await mend();
    service.clock.turn(2);
    await until('it is a record', async () => (await service.callOf(bad.callid).catch(() => undefined)) !== undefined);
    expect(await eventsOf(bad.callid)).toMatchObject([{ state: 'processed' }]);
  });
});

describe('a replay', () => {
  test('of one failed event makes its call, on its lead', async () => {
    const bad = hangUp({ groupname: 'broken', callto: '9000009001' });
    await service.post(bad);
    const [event] = await giveUp(bad.callid);
    await mend();
    expect(await replay({}, `/api/webhook-events/${event?.id}/replay`)).toMatchObject({ events: 1 });
    await service.settled();
    expect(await service.callOf(bad.callid)).toMatchObject({ lead_rule: 'new_lead', group_name: 'broken' });
    expect(await service.leadsOf('9000009001')).toMatchObject([{ call_count: 1 }]);
    expect(await eventsOf(bad.callid)).toMatchObject([{ id: event?.id, state: 'processed' }]);
  });

  test('of all failed ones: a dry run says what would happen and changes nothing, the run does it', async () => {
    const bad = Array.from({ length: 5 }, () => hangUp({ groupname: 'broken' }));
    await service.post(bad);
    await giveUp(...bad.map(({ callid }) => callid));
    await mend();
    const before = await everything();
    const dry = await replay({ state: 'failed', dry_run: true });
    const mine = dry.preview.filter(({ call_id }) => bad.some(({ callid }) => callid === call_id));
    expect(mine.map(({ effect, state }) => [effect, state])).toEqual(bad.map(() => ['creates', 'processed']));
    expect(await everything()).toEqual(before);

    expect((await replay({ state: 'failed' })).events).toBe(dry.events);
    await service.settled();
    for (const { callid } of bad) expect(await service.callOf(callid)).toMatchObject({ call_id: callid });
    expect((await service.api<{ total: number }>('/api/webhook-events?state=failed')).total).toBe(0);
  });

  test('of what was processed already changes nothing, and one by call id finds all its events', async () => {
    await mend();
    const call = hangUp({ callid: newCallId(), callto: '9000009002' });
    await service.tell({ ...call, filename: '' }, call);
    const before = await service.callOf(call.callid);
    expect(await replay({ call_id: call.callid, dry_run: true })).toMatchObject({
      ...{ events: 2, preview: [{ effect: 'nothing' }, { effect: 'nothing' }] },
    });
    expect(await replay({ call_id: call.callid })).toMatchObject({ events: 2 });
    await service.settled();
    expect(await service.callOf(call.callid)).toEqual(before);
  });

  test('makes a record again that was deleted', async () => {
    await mend();
    const call = hangUp({ callto: '9000009003' });
    await service.tell(call);
    const { id } = await service.callOf(call.callid);
    const [event] = await eventsOf(call.callid);
    await service.api(`/api/call-records/${id}`, 'DELETE');
    await replay({ ids: [event?.id] });
    await service.settled();
    expect(await service.callOf(call.callid)).toMatchObject({ duration: 4 });
  });
});

/** What a dry run must leave as it is. */
async function everything(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from mcube_call_record) as calls, (select count(*) from crm_lead) as leads,
      (select sum(turns_taken) from crm_team) as turns, (select sum(calls) from call_rollup_hour) as counted,
      (select json_agg(event order by id)::text from webhook_event event) as events`.execute(service.database.kysely);
  return rows;
}
