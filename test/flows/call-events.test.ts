import { beforeAll, describe, expect, test } from 'vitest';
import { type CallFields, hangUp, missed, onCall } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});

describe('the events of a call', () => {
  test('are told in the order they came, as they were read, without what MCUBE wrote', async () => {
    const { callid } = onCall();
    await service.tell(onCall({ callid, emp_phone: '9800000009', agentname: 'Ravi' }));
    await service.tell({ ...hangUp({ callid }), apikey: 'their-secret' });
    await service.tell(hangUp({ callid }));
    const { id } = await service.callOf(callid);
    const { data } = await service.api<{ data: object[] }>(`/api/call-records/${id}/events`);
    const end = { outcome: 'answered', agent_name: 'Asha', duration: 4, has_recording: true, final: true };
    expect(data).toEqual([
      {
        id: expect.any(Number),
        received_at: expect.stringMatching(/^2026-09-21T06:30/),
        direction: 'inbound',
        status: 'CONNECTING',
        outcome: 'in_progress',
        agent_name: 'Ravi',
        agent_phone: '9800000009',
        virtual_number: '8030000001',
        duration: 0,
        has_recording: false,
        final: false,
        state: 'processed',
        reason: null,
        reason_sentences: null,
      },
      expect.objectContaining(end),
      expect.objectContaining(end),
    ]);
    expect(JSON.stringify(data)).not.toContain('secret');
    await expect(service.api('/api/call-records/999/events')).rejects.toThrow('404');
  });
});

describe('how long an answered call rang', () => {
  const rang = async (fields: CallFields) => {
    const call = hangUp(fields);
    await service.tell(call);
    return (await service.callOf(call.callid)).ring_seconds;
  };

  test('is from its start to its end, less the talk', async () => {
    expect(await rang({ starttime: '2026-09-21 11:00:00', endtime: '2026-09-21 11:00:31', answeredtime: '4' })).toBe(
      27,
    );
    expect(await rang({ starttime: '2026-09-21 11:00:00', endtime: '2026-09-21 11:00:31', answeredtime: '32' })).toBe(
      0,
    );
    expect((await service.api<{ total: number }>('/api/call-records?ring_seconds_gte=27')).total).toBe(2);
    expect((await service.api<{ total: number }>('/api/call-records?ring_seconds_lt=27')).total).toBe(1);
  });

  test('is unknown where nobody answered, and where the times make no sense', async () => {
    expect(await rang({ endtime: '2051-09-21 11:00:31' })).toBe(null);
    expect(await rang({ endtime: '' })).toBe(null);
    const call = missed();
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ ring_seconds: null });
  });
});
