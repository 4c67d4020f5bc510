import { expect, test } from 'vitest';
import { hangUp } from '../support/calls.ts';
import { startService } from '../support/service.ts';

test('The balance of a day counts every call that was received, and names those that are not recorded', async () => {
  const { api, callOf, tell, database, request } = await startService();
  const calls = [
    hangUp({ callto: '9000000001' }),
    hangUp({ callto: '9000000002' }),
    hangUp({ callto: '9000000003' }),
  ] as const;
  await tell(...calls);
  await api(`/api/call-records/${(await callOf(calls[0].callid)).id}`, 'DELETE');
  const journal = { received_at: new Date('2026-09-21T06:00:00Z'), event_count: 1, events: '{}', processed: true };
  const { id } = await database.kysely
    .insertInto('webhook_journal')
    .values(journal)
    .returning('id')
    .executeTakeFirstOrThrow();
  const failed = {
    id: id * 1000,
    received_at: journal.received_at,
    state: 'failed' as const,
    reason: 'a bug',
    attempts: 5,
  };
  await database.kysely.insertInto('webhook_event').values(failed).execute();

  const { data } = await api<{ data: object[] }>('/api/odoo/balance?days=2');
  expect(data).toEqual([
    {
      day: '2026-09-21',
      received: 4,
      recorded: 2,
      in_odoo: null,
      gaps: [
        { kind: 'failed', count: 1, message: expect.stringContaining('processing failed') },
        { kind: 'deleted', count: 1, message: expect.stringContaining('deleted here') },
      ],
    },
    { day: '2026-09-20', received: 0, recorded: 0, in_odoo: null, gaps: [] },
  ]);
  await expect(api('/api/odoo/reconcile', 'POST', {})).rejects.toThrow('409');
  expect(await request('/mcube/odoo-wake/guessed', { method: 'POST', body: 'x' })).toMatchObject({ status: 404 });
});
