import { describe, expect, it } from 'vitest';
import { type List, startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

type Event = { id: number; state: string; payload: unknown };

const server = await startTestServer();
const admin = await server.user(['base.group_system']);
const { kysely } = server.database;
const list = async (query = '') => (await admin.get<List<Event>>(`/api/webhook-events?${query}`)).body;
const states = async (query: string) => (await list(query)).data.map(({ id, state }) => [id, state]);

/** A journal row, as one commit of the accepting server leaves it. */
async function accept(payloads: readonly string[], processed: boolean): Promise<number> {
  const row = {
    received_at: new Date('2026-08-01T09:30:00Z'),
    event_count: payloads.length,
    processed,
    events: payloads.join('\n'),
  };
  const { id } = await kysely.insertInto('webhook_journal').values(row).returning('id').executeTakeFirstOrThrow();
  return id * 1000;
}

const settled = await accept(['{"callid":"A"}', '{"callid":"B"}', '{"text":"\\u0000\\ud800"}'], true);
const waiting = await accept(['{"callid":"C"}', '{"callid":"D","note":"two\\nlines"}'], false);
const call = await addCall(server.database, { call_id: 'A', event_ids: [settled], phone_sanitized: '+919000001234' });
const base = { received_at: new Date('2026-08-01T09:30:00Z'), attempts: 1, next_attempt_at: null };
await kysely
  .insertInto('webhook_event')
  .values([
    { ...base, id: settled, state: 'processed', reason: null, call_id: null, call_record_id: call },
    { ...base, id: settled + 1, state: 'failed', reason: 'The database said no', call_id: 'B', call_record_id: null },
    { ...base, id: settled + 2, state: 'ignored', reason: 'own number', call_id: null, call_record_id: null },
  ])
  .execute();

describe('webhook events', () => {
  it('are listed newest first, those that still wait among them, with what was sent', async () => {
    expect(await list()).toMatchObject({
      total: 5,
      data: [
        { id: waiting + 1, state: 'received', call_id: null, payload: { callid: 'D', note: 'two\nlines' } },
        { id: waiting, state: 'received', attempts: 0, payload: { callid: 'C' } },
        { id: settled + 2, state: 'ignored', reason: 'own number', payload: { text: '\u0000\ud800' } },
        { id: settled + 1, state: 'failed', reason: 'The database said no', call_id: 'B', payload: { callid: 'B' } },
        { id: settled, state: 'processed', call_id: 'A', call_record_id: call, payload: { callid: 'A' } },
      ],
    });
    expect(await states('limit=2&page=2')).toEqual([
      [settled + 2, 'ignored'],
      [settled + 1, 'failed'],
    ]);
  });

  it('are filtered by state, call and call record', async () => {
    expect(await states('state=received')).toEqual([
      [waiting + 1, 'received'],
      [waiting, 'received'],
    ]);
    expect(await states('state=failed&state=ignored')).toEqual([
      [settled + 2, 'ignored'],
      [settled + 1, 'failed'],
    ]);
    expect(await states('call_id=A')).toEqual([[settled, 'processed']]);
    expect(await states('call_id=B')).toEqual([[settled + 1, 'failed']]);
    expect(await states('q=A')).toEqual([[settled, 'processed']]);
    expect(await states('q=90000%2001234')).toEqual([[settled, 'processed']]);
    expect(await states('q=9000001235')).toEqual([]);
    expect(await states(`call_record_id=${call}`)).toEqual([[settled, 'processed']]);
    expect((await list('received_at_gte=2026-08-02')).total).toBe(0);
  });

  it('are read one by one, settled or not', async () => {
    expect(await admin.get(`/api/webhook-events/${waiting + 1}`)).toMatchObject({
      status: 200,
      body: { id: waiting + 1, payload: { callid: 'D' } },
    });
    expect(await admin.get(`/api/webhook-events/${settled}`)).toMatchObject({ status: 200, body: { call_id: 'A' } });
    expect((await admin.get(`/api/webhook-events/${waiting + 2}`)).status).toBe(404);
  });
});
