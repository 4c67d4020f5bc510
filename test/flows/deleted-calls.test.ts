import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { hangUp, type SentCall } from '../support/calls.ts';
import { startService, type TestService, until } from '../support/service.ts';

type ApiEvent = { id: number; state: string; reason: string | null; call_id: string | null };

let service: TestService;
beforeAll(async () => {
  service = await startService();
});

const eventsOf = async (callId: string): Promise<ApiEvent[]> =>
  (await service.api<{ data: ApiEvent[] }>(`/api/webhook-events?call_id=${callId}`)).data;
const recordsOf = async (callId: string): Promise<number> =>
  (await service.api<{ total: number }>(`/api/call-records?call_id=${callId}`)).total;

/** A call that was recorded and whose record somebody has deleted. */
async function deletedCall(): Promise<SentCall> {
  const sent = hangUp();
  await service.tell(sent);
  const { id } = await service.callOf(sent.callid);
  await service.api(`/api/call-records/${id}`, 'DELETE');
  return sent;
}

async function replay(callId: string): Promise<void> {
  await service.api('/api/webhook-events/replay', 'POST', { call_id: callId });
  await service.settled();
}

/** The events that a record names, as numbers. */
async function namedBy(id: number): Promise<number[]> {
  const record = service.database.kysely.selectFrom('mcube_call_record').select('event_ids').where('id', '=', id);
  return (await record.executeTakeFirstOrThrow()).event_ids;
}

/** How many transactions of this database wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    service.database.kysely,
  );
  return rows[0]?.count ?? 0;
}

const statesOf = async (callId: string) => (await eventsOf(callId)).map(({ state }) => state).sort();

describe('A call that was deleted by hand', () => {
  test('stays deleted, whatever MCUBE repeats or adds of it', async () => {
    const sent = await deletedCall();
    const { callid, callto, filename } = sent;
    await service.tell(sent);
    await service.tell({ ...sent, disconnectedby: 'Agent' }, { callid, callto, filename });
    expect(await recordsOf(callid)).toBe(0);
    expect(await statesOf(callid)).toEqual(['ignored', 'ignored', 'ignored', 'processed']);
    expect((await eventsOf(callid))[0]?.reason).toBe(
      "The call's record was deleted by hand. Replay the event to make it again.",
    );
  });

  test('is still found among the events, and made again by a replay', async () => {
    const sent = await deletedCall();
    const [event] = await eventsOf(sent.callid);
    expect(event).toMatchObject({ state: 'processed', call_id: sent.callid });
    await service.api('/api/webhook-events/replay', 'POST', { ids: [event?.id] });
    await service.settled();
    expect(await recordsOf(sent.callid)).toBe(1);
    await service.tell({ ...sent, disconnectedby: 'Agent' });
    expect(await statesOf(sent.callid)).toEqual(['processed', 'processed']);
  });

  test('can be deleted although its event was replayed while it stood', async () => {
    const sent = hangUp();
    await service.tell(sent);
    const { id } = await service.callOf(sent.callid);
    await replay(sent.callid);
    expect(await namedBy(id)).toHaveLength(1);
    // One that an older version let name its event twice.
    await service.database.kysely
      .updateTable('mcube_call_record')
      .set({ event_ids: sql`event_ids || event_ids` })
      .where('id', '=', id)
      .execute();
    await service.api(`/api/call-records/${id}`, 'DELETE');
    expect(await recordsOf(sent.callid)).toBe(0);
    expect(await statesOf(sent.callid)).toEqual(['processed']);
  });

  test('waits for a worker that has its replayed event in hands, instead of both waiting for the other', async () => {
    const sent = hangUp();
    await service.tell(sent);
    const { id } = await service.callOf(sent.callid);
    await replay(sent.callid);
    let deleting: Promise<unknown> = Promise.resolve();
    // What a worker does, in its order: its event first, then the record.
    await service.database.kysely.transaction().execute(async (tx) => {
      await tx.selectFrom('webhook_event').select('id').where('call_id', '=', sent.callid).forUpdate().execute();
      deleting = service.api(`/api/call-records/${id}`, 'DELETE');
      await until('the deletion waits', async () => (await waiting()) > 0);
      await tx.selectFrom('mcube_call_record').select('id').where('id', '=', id).forUpdate().execute();
    });
    await deleting;
    expect(await recordsOf(sent.callid)).toBe(0);
  });

  test('holds up no other call of its number', async () => {
    const sent = await deletedCall();
    const next = hangUp({ callto: sent.callto });
    await service.tell(sent, next);
    expect(await recordsOf(next.callid)).toBe(1);
    expect(await recordsOf(sent.callid)).toBe(0);
  });
});
