import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIC, CLASSIC_OUTBOUND, VOICEBOT } from '../../src/mcube/test-samples.ts';
import { hangUp, newCallId, onCall } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

const ACCEPTED = '{"status":"accepted","message":"Request accepted for processing"}';
const error = (message: string) => ({ status: 400, body: { status: 'error', message } });

let service: TestService;
beforeAll(async () => {
  service = await startService();
});

describe('a call that is posted', () => {
  test('is answered 202 in the words MCUBE knows', async () => {
    const answer = await service.post(hangUp());
    expect(answer).toMatchObject({ status: 202, text: ACCEPTED });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('stands in the journal when its 202 arrives', async () => {
    const call = hangUp();
    await service.post(call);
    expect(await journalHolds(call.callid)).toBe(true);
  });

  test('repeated a hundred times is one call', async () => {
    const call = hangUp({ callto: '9000000100' });
    const answers = await Promise.all(Array.from({ length: 100 }, () => service.post(call)));
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    await service.settled();
    expect((await service.leadsOf('9000000100')).map(({ call_count }) => call_count)).toEqual([1]);
  });
});

describe('what cannot be a call is answered 400, in words', () => {
  test.each([
    ['no JSON', 'this is no call', 'Invalid JSON data'],
    ['broken JSON', '{"callto":"9000000001"', 'Invalid JSON data'],
    ['a number', '42', 'Invalid JSON data'],
    ['null', 'null', 'Invalid JSON data'],
    ['no body', '', 'Invalid JSON data'],
    ['no number', '{}', 'Missing phone number'],
    ['an empty number', '{"callto":""}', 'Missing phone number'],
    ['an empty list', '[]', 'The list holds no events'],
  ])('%s', async (_, body, message) => {
    expect(await service.post(body)).toMatchObject(error(message));
  });

  test('an empty callto in an otherwise empty call, as the addon refused it', async () => {
    expect(await service.post({ callto: '', callid: '1' })).toMatchObject(error('Missing phone number'));
  });

  test('and nothing of it is stored', async () => {
    const before = await journalRows();
    await service.post('{"callto":""}');
    await service.post([hangUp(), { callto: '' }]);
    expect(await journalRows()).toBe(before);
  });
});

describe('the address can be tried in a browser', () => {
  test.each(['GET', 'HEAD'])('%s answers 200', async (method) => {
    for (const path of ['/mcube/webhook', '/mcube/webhook/', '/mcube/webhook?utm_source=mail'])
      expect(await service.request(path, { method })).toMatchObject({ status: 200 });
  });

  test('a GET that carries a call in its query is that call', async () => {
    const call = hangUp({ callto: '9000000101' });
    const query = new URLSearchParams(textsOf(call));
    expect(await service.request(`/mcube/webhook?${query}`)).toMatchObject({ status: 202, text: ACCEPTED });
    await service.settled();
    expect(await service.callOf(call.callid)).toMatchObject({ phone_number: '9000000101', duration: 4 });
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is not spoken here', async (method) => {
    expect(await service.request('/mcube/webhook', { method })).toMatchObject({ status: 404 });
  });
});

describe('every content type and product', () => {
  const json = (call: object) => JSON.stringify(call);
  const flat = (call: object) => new URLSearchParams(textsOf(call)).toString();
  const wrapped = (call: object) => new URLSearchParams({ data: json(call) }).toString();
  const multipart = (call: object) =>
    `--b0\r\ncontent-disposition: form-data; name="data"\r\n\r\n${json(call)}\r\n--b0--\r\n`;

  test.each<[string, string, (call: object) => string]>([
    ['JSON', 'application/json', json],
    ['JSON with a charset', 'application/json; charset=utf-8', json],
    ['JSON with a byte order mark', 'application/json', (call) => `\ufeff${json(call)}`],
    ['JSON as text', 'text/plain', json],
    ['JSON with no type worth the name', 'application/octet-stream', json],
    ['JSON called a form', 'application/x-www-form-urlencoded', json],
    ['a form with data=<JSON>', 'application/x-www-form-urlencoded', wrapped],
    ['a flat form', 'application/x-www-form-urlencoded', flat],
    ['a form called JSON', 'application/json', wrapped],
    ['a multipart form', 'multipart/form-data; boundary=b0', multipart],
    ['a list of one in a wrapper', 'application/json', (call) => json({ data: [call] })],
    ['a wrapper', 'application/json', (call) => json({ data: call })],
    ['a wrapper in a wrapper', 'application/json', (call) => json({ payload: { data: json(call) } })],
  ])('%s', async (_, contentType, encode) => {
    const call = hangUp({ callto: '9000000102' });
    expect(await service.post(encode(call), contentType)).toMatchObject({ status: 202, text: ACCEPTED });
    await service.settled();
    expect(await service.callOf(call.callid)).toMatchObject({
      ...{ phone_number: '9000000102', virtual_number: '8030000001', agent_name: 'Asha', status: 'ANSWER' },
      ...{ duration: 4, direction: 'inbound', outcome: 'answered', has_recording: true, disconnected_by: 'Customer' },
    });
  });

  test('a body without any content type', async () => {
    const call = hangUp();
    const body = new Blob([json(call)]);
    expect(await service.request('/mcube/webhook', { method: 'POST', body })).toMatchObject({ status: 202 });
  });

  test.each(['', '/', ';', 'json', 'application/', 'multipart/form-data; boundary="'])(
    'JSON under a label that is no type at all: %j',
    async (contentType) => {
      const call = hangUp();
      expect(await service.post(json(call), contentType)).toMatchObject({ status: 202 });
      await service.settled();
      expect(await service.callOf(call.callid)).toMatchObject({ duration: 4 });
    },
  );

  test.each([
    ['Classic', CLASSIC, { agent_phone: '9800000001', group_name: 'Sales', duration: 192, caller_name: 'Ravi' }],
    ['a Classic callback', CLASSIC_OUTBOUND, { direction: 'outbound', ref_id: 'our-7', duration: 40 }],
    ['the voice-bot', VOICEBOT, { virtual_number: '8030000003', duration: 41, direction: 'inbound' }],
  ])('%s is read in its own keys', async (_, sample, expected) => {
    const id = newCallId();
    const call = 'callId' in sample ? { ...sample, callId: id } : { ...sample, callid: id };
    await service.tell(call);
    expect(await service.callOf(id)).toMatchObject(expected);
  });
});

describe('bulk', () => {
  test('a list is accepted whole, and the answer says how many', async () => {
    const calls = [hangUp(), onCall(), hangUp({ callto: '9000000103' })];
    const answer = await service.post(calls);
    expect(answer).toMatchObject({ status: 202 });
    expect(answer.body).toEqual({ status: 'accepted', message: 'Request accepted for processing', accepted: 3 });
    await service.settled();
    for (const { callid } of calls) expect(await service.callOf(callid)).toMatchObject({ call_id: callid });
  });

  test('a list of one is a list', async () => {
    const call = hangUp();
    expect((await service.post([call])).body).toMatchObject({ accepted: 1 });
    await service.settled();
    expect(await service.callOf(call.callid)).toMatchObject({ duration: 4 });
    expect(await service.post([{ callto: '' }])).toMatchObject(error('Missing phone number'));
  });

  test('a thousand events fit, one more does not', async () => {
    const calls = Array.from({ length: 1_000 }, () => onCall({ callto: '9000000104' }));
    expect((await service.post(calls)).body).toMatchObject({ accepted: 1_000 });
    expect(await service.post([...calls, onCall()])).toMatchObject(error('A list may hold at most 1,000 events'));
    await service.settled();
    expect((await service.leadsOf('9000000104')).map(({ call_count }) => call_count)).toEqual([1_000]);
  });

  test('one bad event refuses the list, and every bad one is named', async () => {
    const good = hangUp();
    const answer = await service.post([good, { callto: '' }, onCall(), 'no event']);
    expect(answer).toMatchObject(error('Event 2: Missing phone number. Event 4: Missing phone number.'));
    await service.settled();
    await expect(service.callOf(good.callid)).rejects.toThrow('0 records');
  });

  test('of very many bad ones all are named, though not each in a sentence', async () => {
    const events = Array.from({ length: 30 }, (_, index) => (index === 22 || index === 27 ? hangUp() : {}));
    const { body } = await service.post(events);
    const sentences = Array.from({ length: 20 }, (_, index) => `Event ${index + 1}: Missing phone number.`);
    const message = `${sentences.join(' ')} Refused as well are the events 21-22, 24-27, 29-30.`;
    expect(body).toEqual({ status: 'error', message });
  });
});

describe('a missing call id', () => {
  const nameless = (fields: object = {}) => ({ ...hangUp({ callto: '9000000105' }), callid: undefined, ...fields });
  const idsOf = async (phone: string) => {
    const [lead] = await service.leadsOf(phone);
    return (await service.api<{ data: { call_id: string }[] }>(`/api/call-records?lead_id=${lead?.id}`)).data.map(
      ({ call_id }) => call_id,
    );
  };

  test('is derived from the call, so that On Call, On Hangup and a repeat are one call', async () => {
    const ringing = onCall({ callto: '9000000105' });
    await service.tell(
      { ...ringing, callid: undefined },
      nameless(),
      nameless(),
      nameless({ callto: '+91 90000 00105' }),
    );
    expect(await idsOf('9000000105')).toEqual([expect.stringMatching(/^derived-[0-9a-f]{24}$/)]);
  });

  test('another start is another call', async () => {
    const phone = { callto: '9000000106' };
    await service.tell(nameless(phone), nameless({ ...phone, starttime: '2026-09-21 11:40:00' }));
    expect(await idsOf('9000000106')).toHaveLength(2);
  });

  test.each(['', '0', null, 'None'])('%j counts as missing', async (callid) => {
    const call = nameless({ callto: '9000000107', callid });
    await service.tell(call);
    expect(await idsOf('9000000107')).toHaveLength(1);
  });
});

describe('call ids', () => {
  test('keep all their twenty digits, as a text and as a JSON number', async () => {
    const body = JSON.stringify(hangUp({ callid: 'ID' })).replace('"ID"', '98000000011790000099');
    await service.tell(JSON.parse(JSON.stringify(hangUp({ callid: '98000000011790000098' }))));
    expect(await service.post(body)).toMatchObject({ status: 202 });
    await service.settled();
    for (const id of ['98000000011790000098', '98000000011790000099'])
      expect(await service.callOf(id)).toMatchObject({ call_id: id });
  });
});

describe('size', () => {
  test('a body over 1 MiB is answered 413, one below is read', async () => {
    const call = hangUp();
    const remark = 'x'.repeat(1024 * 1024 - JSON.stringify({ ...call, remark: '' }).length);
    expect(await service.post({ ...call, remark })).toMatchObject({ status: 202 });
    expect(await service.post({ ...call, remark: `${remark}x` })).toMatchObject({
      status: 413,
      body: { status: 'error', message: 'The body is larger than 1 MiB' },
    });
  });

  test('a body that comes in pieces, without saying how long it is, is bounded too', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    const answer = service.request('/mcube/webhook', { method: 'POST', body, duplex: 'half' });
    expect((await answer.catch(() => ({ status: 413 }))).status).toBe(413);
    expect(await service.post(hangUp())).toMatchObject({ status: 202 });
  });
});

async function journalRows(): Promise<number> {
  const { rows } = await sql<{ events: number }>`
    select coalesce(sum(event_count), 0) as events from webhook_journal`.execute(service.database.kysely);
  return rows[0]?.events ?? -1;
}

async function journalHolds(callId: string): Promise<boolean> {
  const { rows } = await sql`select from webhook_journal where events like ${`%"${callId}"%`}`.execute(
    service.database.kysely,
  );
  return rows.length > 0;
}

function textsOf(call: object): Record<string, string> {
  return Object.fromEntries(Object.entries(call).map(([key, value]) => [key, String(value)]));
}
