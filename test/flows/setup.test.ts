import { describe, expect, test } from 'vitest';
import { hangUp, onCall } from '../support/calls.ts';
import { startService } from '../support/service.ts';

type Check = { ok: boolean; message: string; fix: string | null };

describe('the set-up', () => {
  test('says what to paste into MCUBE, and what has arrived since', async () => {
    const service = await startService();
    const setup = () => service.api('/api/setup');
    expect(await setup()).toEqual({
      webhook_url: `${service.url}/mcube/webhook`,
      token_required: false,
      event_count: 0,
      first_event_at: null,
      last_event_at: null,
      call_count: 0,
      refused_count: 0,
    });
    const { callid } = onCall();
    await service.tell(onCall({ callid }));
    service.clock.turn(60);
    await service.tell(hangUp({ callid }));
    const first = '2026-09-21T06:30';
    const times = { first_event_at: expect.stringMatching(first), last_event_at: expect.stringMatching('T06:31') };
    expect(await setup()).toMatchObject({ event_count: 2, call_count: 1, ...times });
  });

  test('checks the webhook, and says what to do when MCUBE could not reach it', async () => {
    const token = { MCUBE_WEBHOOK_TOKEN: 'a-long-enough-secret' };
    const check = async (environment: Record<string, string>) => {
      const service = await startService({ environment });
      const setup = await service.api<{ webhook_url: string }>('/api/setup');
      return { ...setup, ...(await service.api<Check>('/api/setup/check-webhook', 'POST')) };
    };
    const local = await check(token);
    expect(local).toMatchObject({ ok: true, token_required: true, fix: expect.stringContaining('MCUBE_PUBLIC_URL') });
    expect(local.message).toMatch(/answers, and only with the token\.$/);
    expect(JSON.stringify(local)).not.toContain('secret');
    expect(await check({ MCUBE_PUBLIC_URL: 'http://127.0.0.1:9/' })).toMatchObject({
      webhook_url: 'http://127.0.0.1:9/mcube/webhook',
      ok: false,
      message: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/mcube\/webhook does not answer/),
      fix: expect.stringContaining('Start the service'),
    });
  });
});
