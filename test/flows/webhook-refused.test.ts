import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { hangUp, newCallId } from '../support/calls.ts';
import { runJob } from '../support/jobs.ts';
import { startService, type TestService, until } from '../support/service.ts';

type ApiEvent = { id: number; state: string; reason: string; payload: unknown; request?: Record<string, unknown> };
type Page = { data: ApiEvent[]; total: number };

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

const inbox = (query = '') => service.api<Page>(`/api/webhook-events?${query}`);
/** They are kept after their answer. */
const kept = async (count: number) => {
  await until(`${count} refused requests are kept`, async () => (await inbox('state=refused')).total === count);
  return (await inbox('state=refused&limit=100')).data;
};
const clearKept = () => sql`delete from webhook_refusal`.execute(service.database.kysely);

test('a request that cannot be a call stands in the inbox as it came, with the reason and without secrets', async () => {
  await service.tell(hangUp());
  const sent = '{ "callid": "1", "status": "ANSWER", "apikey": "s3cret" }';
  expect(await service.post(sent, 'application/vnd.mcube+json')).toMatchObject({ status: 400 });
  await kept(1);
  expect(await service.post('callid 1; token: s3cret', 'text/plain')).toMatchObject({ status: 400 });
  const [unreadable, numberless] = await kept(2);
  expect(numberless).toMatchObject({
    state: 'refused',
    reason: 'Missing phone number',
    reason_sentences: [{ code: 'missing_number', values: {} }],
    payload: null,
    request: {
      method: 'POST',
      content_type: 'application/vnd.mcube+json',
      body: '{ "callid": "1", "status": "ANSWER", "apikey": "***" }',
      body_bytes: sent.length,
    },
  });
  expect(unreadable).toMatchObject({ reason: 'Invalid JSON data', request: { body: 'callid 1; token: ***' } });
  await service.tell(hangUp());
  const { data, total } = await inbox();
  expect(data.map(({ state }) => state)).toEqual(['processed', 'refused', 'refused', 'processed']);
  expect(total).toBe(4);
  expect(await service.api(`/api/webhook-events/${numberless?.id}`)).toEqual(numberless);
  expect(await service.api('/api/setup')).toMatchObject({ event_count: 2, refused_count: 2, call_count: 2 });
  expect((await inbox('state=processed')).total).toBe(2);
});

test('what asks whether the webhook is there, what is too large and what has no token is not kept', async () => {
  await service.request('/mcube/webhook');
  await service.request('/mcube/webhook?utm=1');
  expect(await service.post(`{"note":"${'x'.repeat(1_100_000)}"}`)).toMatchObject({ status: 413 });
  const guarded = await startService({
    environment: { MCUBE_WEBHOOK_TOKEN: 'a-token-0123456789' },
    database: service.database,
  });
  expect(await guarded.post('{}')).toMatchObject({ status: 401 });
  expect(await guarded.request('/mcube/webhook?token=a-token-0123456789&callid=1')).toMatchObject({ status: 400 });
  const [only] = await kept(1);
  expect(only?.request).toMatchObject({ method: 'GET', content_type: null, body: 'token=***&callid=1' });
});

test('whatever bytes it has, it is kept or left, and its sender hears no more than 400', async () => {
  const bodies = ['', '\u0000"apikey":"s3cret"', Buffer.from([0xff, 0xfe, 0x7b, 0, 0, 0xd8]), '\ud800', '[{},{}]'];
  for (const body of bodies) expect((await service.post(body)).status).toBe(400);
  expect(JSON.stringify(await kept(bodies.length))).not.toContain('s3cret');
  await clearKept();
  await service.post(`{"note":"${'x'.repeat(200_000)}"}`);
  const [long] = await kept(1);
  expect(String(long?.request?.body).length).toBe(64 * 1024);
  expect(long?.request?.body_bytes).toBe(200_011);
});

test('a flood of them leaves the disk alone, and accepting as well when they cannot be kept', async () => {
  for (let sent = 0; sent < 80; sent++) await service.post('{}');
  await kept(60);
  service.clock.turn(60);
  for (let sent = 0; sent < 20; sent++) await service.post('{}');
  await kept(66);
  await sql`
    insert into webhook_refusal (id, received_at, method, body, body_bytes, reason)
    select -n, now(), 'POST', '{}', 2, 'Missing phone number' from generate_series(1, 1000) n`.execute(
    service.database.kysely,
  );
  service.clock.turn(60);
  await service.post('{}');
  await kept(1_000);

  await sql`alter table webhook_refusal rename to gone`.execute(service.database.kysely);
  expect(await service.post('{}')).toMatchObject({ status: 400 });
  await service.tell(hangUp());
  await until('the failure is logged', () => service.log().includes('could not be kept'));
});

test('they are forgotten after thirty days', async () => {
  await service.post('{}');
  await kept(1);
  service.clock.turn(29 * 86_400);
  await runJob(service, 'delete_expired');
  await kept(1);
  service.clock.turn(2 * 86_400);
  await runJob(service, 'delete_expired');
  await kept(0);
});

test('one that can be read by now becomes an event under its own number, after a trial run that says so', async () => {
  const callId = newCallId();
  await service.post({ callid: callId, my_number: '9000000001' });
  await service.post('{}');
  const [empty, late] = await kept(2);
  const ids = [empty?.id, late?.id];
  const replay = (dry_run: boolean) => service.api('/api/webhook-events/replay', 'POST', { ids, dry_run });
  const refused = { state: 'refused', reason: 'Missing phone number', effect: 'nothing' };
  expect(await replay(true)).toMatchObject({ events: 2, preview: [refused, refused] });

  // As if a later version knew the field.
  await sql`update webhook_refusal set body = replace(body, '"my_number"', '"callto"')`.execute(
    service.database.kysely,
  );
  expect(await replay(true)).toMatchObject({
    events: 2,
    preview: [
      { id: empty?.id, ...refused },
      { id: late?.id, call_id: callId, state: 'processed', effect: 'creates' },
    ],
  });
  await kept(2);
  expect(await replay(false)).toMatchObject({ events: 1 });
  await service.settled();
  expect(await service.callOf(callId)).toMatchObject({ phone_number: '9000000001' });
  expect(await service.api(`/api/webhook-events/${late?.id}`)).toMatchObject({ state: 'processed', call_id: callId });
  expect(await kept(1)).toMatchObject([{ id: empty?.id }]);
});
