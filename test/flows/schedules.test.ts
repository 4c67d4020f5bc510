import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { hangUp, onCall } from '../support/calls.ts';
import { runJob } from '../support/jobs.ts';
import { expectRollupsToEqualARecount } from '../support/rollups.ts';
import { startService, type TestService } from '../support/service.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

let service: TestService;
beforeEach(async () => {
  service = await startService({ environment: { MCUBE_CALL_RETENTION_DAYS: '30', MCUBE_EVENT_RETENTION_DAYS: '60' } });
});

describe('a call whose hang-up never comes', () => {
  test.each([
    ['rang', {}, 'missed'],
    ['talked', { dialstatus: 'ANSWER' }, 'answered'],
  ])('is closed after the configured time as one that %s', async (_, fields, outcome) => {
    const call = onCall(fields);
    await service.tell(call);
    await runJob(service, 'close_hanging_calls');
    expect(await service.callOf(call.callid)).toMatchObject({ outcome: 'in_progress', timed_out: false });
    service.clock.turn(2 * HOUR);
    await runJob(service, 'close_hanging_calls');
    expect(await service.callOf(call.callid)).toMatchObject({ outcome, timed_out: true, end_date: null });
    await expectRollupsToEqualARecount(service.database);
  });

  test('ends as it really ended when the hang-up comes all the same', async () => {
    const call = onCall();
    await service.tell(call);
    service.clock.turn(2 * HOUR);
    await runJob(service, 'close_hanging_calls');
    await service.tell(call);
    expect(await service.callOf(call.callid)).toMatchObject({ timed_out: true });
    await service.tell(hangUp({ callid: call.callid }));
    expect(await service.callOf(call.callid)).toMatchObject({ outcome: 'answered', timed_out: false, duration: 4 });
    await expectRollupsToEqualARecount(service.database);
  });

  test('that talks on is not closed while it is younger than that', async () => {
    const call = onCall();
    await service.tell(call);
    service.clock.turn(1.5 * HOUR);
    await runJob(service, 'close_hanging_calls');
    expect(await service.callOf(call.callid)).toMatchObject({ outcome: 'in_progress' });
  });
});

describe('what is older than it is kept', () => {
  test('goes, with all that counts it; the lead stays', async () => {
    const old = hangUp({ callto: '9000009101' });
    await service.tell(old);
    service.clock.turn(29 * DAY);
    await runJob(service, 'delete_expired');
    expect(await service.callOf(old.callid)).toMatchObject({ call_id: old.callid });
    service.clock.turn(2 * DAY);
    await runJob(service, 'delete_expired');
    await expect(service.callOf(old.callid)).rejects.toThrow('0 records');
    expect(await service.leadsOf('9000009101')).toMatchObject([{ call_count: 0 }]);
    await expectRollupsToEqualARecount(service.database);
  });

  test('does not come back by a late repeat: one record per call id for ever', async () => {
    const old = hangUp();
    await service.tell(old);
    service.clock.turn(31 * DAY);
    await runJob(service, 'delete_expired');
    await service.tell(old);
    await expect(service.callOf(old.callid)).rejects.toThrow('0 records');
    const { data } = await service.api<{ data: object[] }>('/api/webhook-events?state=ignored');
    expect(data).toMatchObject([
      { call_id: old.callid, reason: expect.stringMatching(/older than call records are kept/) },
    ]);
  });

  test('of events: settled ones go, failed ones stay until somebody looked at them', async () => {
    await service.tell(hangUp());
    await service.tell(hangUp());
    await sql`
      insert into webhook_event (id, received_at, state, reason, attempts)
      select id * 1000, received_at, 'failed', 'a bug', 6 from webhook_journal order by id limit 1
      on conflict (id) do update set state = 'failed', reason = 'a bug'`.execute(service.database.kysely);
    service.clock.turn(61 * DAY);
    await runJob(service, 'delete_expired');
    const { data } = await service.api<{ data: object[] }>('/api/webhook-events');
    expect(data).toMatchObject([{ state: 'failed', reason: 'a bug' }]);
  });
});
