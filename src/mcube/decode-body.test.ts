import { describe, expect, test } from 'vitest';
import { decodeBody } from './decode-body.ts';

const EVENT = { callid: '98000000011790000000', callto: '9000000001', agentname: 'Asha & Söhne, 100 % +1' };
const JSON_TEXT = JSON.stringify(EVENT);
const FORM = 'application/x-www-form-urlencoded';

const decode = (body: string | Buffer, contentType?: string, query = '') =>
  Promise.resolve(decodeBody(Buffer.from(body), contentType, query));

const multipart = (...parts: string[]) => `${parts.map((part) => `--XyZ\r\n${part}\r\n`).join('')}--XyZ--\r\n`;
const part = (name: string, value: string, more = '') =>
  `Content-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}`;
const FLAT = multipart(...Object.entries(EVENT).map(([name, value]) => part(name, value)));

describe('one event is read from', () => {
  test.each<[string, string | Buffer, string?]>([
    ['JSON', JSON_TEXT, 'application/json'],
    ['JSON with a charset', JSON_TEXT, 'application/json; charset=utf-8'],
    ['JSON of a kind', JSON_TEXT, 'application/vnd.mcube+json'],
    ['JSON without a label', JSON_TEXT],
    ['JSON as plain text', JSON_TEXT, 'text/plain'],
    ['JSON labelled as a form', JSON_TEXT, FORM],
    ['JSON labelled as a multipart form', JSON_TEXT, 'multipart/form-data; boundary=XyZ'],
    [
      'JSON with white space and a byte order mark',
      `\ufeff \r\n${JSON.stringify(EVENT, null, 2)}\n`,
      'application/json',
    ],
    ['JSON in UTF-16', Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le'), 'application/json'],
    ['JSON in UTF-16, big end first', Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le').swap16(), 'application/json'],
    ['JSON in UTF-16 without its mark', Buffer.from(JSON_TEXT, 'utf16le'), 'application/json'],
    ['the same, big end first', Buffer.from(JSON_TEXT, 'utf16le').swap16(), 'application/json'],
    ['JSON in Latin 1, as its label says', Buffer.from(JSON_TEXT, 'latin1'), 'application/json; charset=ISO-8859-1'],
    ['JSON in UTF-8, whatever its label says', JSON_TEXT, 'application/json; charset=ISO-8859-1'],
    ['JSON with the final NUL of a C text', `${JSON_TEXT}\0\0`, 'application/json'],
    ['a form that repeats a name and says nothing more', `${new URLSearchParams(EVENT)}&callto=&callid=+`, FORM],
    ['a JSON text inside JSON', JSON.stringify(JSON_TEXT), 'application/json'],
    ['a form with data', `data=${encodeURIComponent(JSON_TEXT)}`, FORM],
    ['a form with payload', `payload=${encodeURIComponent(JSON_TEXT)}`, FORM],
    ['a form with data and other fields', `source=calltrack&data=${encodeURIComponent(JSON_TEXT)}`, FORM],
    ['a form with data without a label', `data=${encodeURIComponent(JSON_TEXT)}`],
    ['a flat form', new URLSearchParams(EVENT).toString(), FORM],
    ['a flat form labelled as JSON', new URLSearchParams(EVENT).toString(), 'application/json'],
    [
      'a form in the spelling of PHP',
      new URLSearchParams(
        Object.entries(EVENT).map(([key, value]): [string, string] => [`data[${key}]`, value]),
      ).toString(),
      FORM,
    ],
    ['a form whose only name is JSON', encodeURIComponent(JSON_TEXT), FORM],
    ['a form whose only name is JSON, not escaped', `${JSON_TEXT}=`, FORM],
    ['a multipart form with data', multipart(part('data', JSON_TEXT)), 'multipart/form-data; boundary=XyZ'],
    [
      'a multipart form with a quoted boundary',
      multipart(part('data', JSON_TEXT)),
      'Multipart/Form-Data; boundary="XyZ"',
    ],
    ['a flat multipart form', FLAT, 'multipart/form-data; boundary=XyZ'],
    ['a multipart form without its label', FLAT],
    [
      'a multipart form of which a part has no name',
      multipart('Content-Disposition: form-data\r\n\r\nlost', part('data', JSON_TEXT)),
      'multipart/form-data; boundary=XyZ',
    ],
    [
      'a file in a multipart form',
      multipart(part('data', JSON_TEXT, '; filename="call.json"\r\nContent-Type: application/json')),
      'multipart/form-data; boundary=XyZ',
    ],
    ['a list of one in a wrapper', `{"data":[${JSON_TEXT}]}`, 'application/json'],
    ['a wrapper', JSON.stringify({ data: EVENT }), 'application/json'],
    [
      'a wrapper among other fields',
      JSON.stringify({ event: 'On Hangup', status: true, Payload: EVENT }),
      'application/json',
    ],
    ['two wrappers', JSON.stringify({ data: { payload: EVENT } }), 'application/json'],
    [
      'wrappers, lists and JSON texts at once',
      JSON.stringify({ data: [{ payload: `[${JSON_TEXT}]` }] }),
      'application/json',
    ],
    ['a wrapper holding a JSON text', JSON.stringify({ data: JSON_TEXT }), 'application/json'],
  ])('%s', async (_name, body, contentType) => {
    expect(await decode(body, contentType)).toEqual({ kind: 'one', payload: EVENT });
  });

  test('a query, of which the token is no field', async () => {
    const query = `token=sesame&${new URLSearchParams(EVENT)}`;
    expect(await decode('', undefined, query)).toEqual({ kind: 'one', payload: EVENT });
    expect(await decode(' ', undefined, `?data=${encodeURIComponent(JSON_TEXT)}`)).toEqual({
      kind: 'one',
      payload: EVENT,
    });
  });

  test('the body, when there is a query as well', async () => {
    expect(await decode(JSON_TEXT, 'application/json', 'callto=9000000099&token=sesame')).toEqual({
      kind: 'one',
      payload: EVENT,
    });
  });

  test('a wrapper that has the call id beside the event, which may have its own', async () => {
    const { callid, ...nameless } = EVENT;
    const payload = { kind: 'one', payload: EVENT };
    expect(await decode(JSON.stringify({ call_id: callid, event: 'On Hangup', data: nameless }))).toEqual(payload);
    expect(await decode(`callid=${callid}&data=${encodeURIComponent(JSON.stringify(nameless))}`, FORM)).toEqual(
      payload,
    );
    expect(
      await decode(JSON.stringify({ callid: '7', data: { CallId: '8', payload: { ...nameless, callid: '' } } })),
    ).toEqual({ kind: 'one', payload: { ...EVENT, callid: '8' } });
    expect(await decode(JSON.stringify({ callid: '7', data: EVENT }))).toEqual(payload);
    expect(await decode(JSON.stringify({ callid: '7', data: [nameless, EVENT] }))).toEqual({
      kind: 'bulk',
      payloads: [nameless, EVENT],
    });
  });

  test('an event that has a field named data', async () => {
    const event = { ...EVENT, data: { custom1: 'gold' }, payload: '' };
    expect(await decode(JSON.stringify(event))).toEqual({ kind: 'one', payload: event });
  });
});

test.each([undefined, '', 'token=sesame', '?token=sesame&utm_source=mail', '_=1790000000'])(
  'an address opened in a browser (%j) holds no call',
  async (query) => {
    expect(await decode('', undefined, query)).toEqual({ kind: 'nothing' });
  },
);

describe('what cannot be read is said to be invalid', () => {
  test.each<[string, string?]>([
    ['{', 'application/json'],
    ['not json', 'application/json'],
    ['{"callid":"1",}', 'application/json'],
    ['null', 'application/json'],
    ['42', 'application/json'],
    ['"hello"', 'application/json'],
    ['[1]', 'application/json'],
    ['[[[[[[[[[[[[{}]]]]]]]]]]]]', 'application/json'],
    ['<xml/>', 'text/xml'],
    ['data={broken', FORM],
    ['data=hello', FORM],
    [multipart(part('data', JSON_TEXT)).slice(0, -12), 'multipart/form-data; boundary=XyZ'],
    ['nothing of the kind', 'multipart/form-data; boundary=XyZ'],
    ['nothing of the kind', 'multipart/form-data'],
    [`${'['.repeat(500_000)}`, 'application/json'],
  ])('%.60j', async (body, contentType) => {
    const decoded = await decode(body, contentType);
    expect(decoded.kind === 'unreadable' ? decoded.message : decoded).toBe('Invalid JSON data');
  });
});

describe('a list is a bulk', () => {
  test('of its events, each in or out of a wrapper; what is no event keeps its place', async () => {
    const list = [EVENT, { data: JSON_TEXT }, 42, null, [], [EVENT], [EVENT, EVENT], 'hello', {}];
    const payloads = [EVENT, EVENT, {}, {}, {}, EVENT, {}, {}, {}];
    expect(await decode(JSON.stringify(list))).toEqual({ kind: 'bulk', payloads });
    expect(await decode(`[${JSON_TEXT}]`)).toEqual({ kind: 'bulk', payloads: [EVENT] });
    expect(await decode(JSON.stringify({ data: list }))).toEqual({ kind: 'bulk', payloads });
    expect(await decode(`data=${encodeURIComponent(JSON.stringify(list))}`, FORM)).toEqual({ kind: 'bulk', payloads });
  });

  test('of 1,000 at most, and of none at least one', async () => {
    const list = (length: number) => JSON.stringify(Array.from({ length }, () => ({ callto: '9000000001' })));
    expect(await decode(list(1_000))).toMatchObject({ kind: 'bulk', payloads: { length: 1_000 } });
    expect(await decode(list(1_001))).toEqual({ kind: 'unreadable', message: 'A list may hold at most 1,000 events' });
    expect(await decode('[]')).toEqual({ kind: 'unreadable', message: 'The list holds no events' });
    expect(await decode('{"data":[]}')).toEqual({ kind: 'unreadable', message: 'The list holds no events' });
  });
});

test.each([
  ['{"callid": 98000000011790000000}', '98000000011790000000'],
  ['{"callid":9800000001179000}', '9800000001179000'],
  ['{"callid":-98000000011790000000}', '-98000000011790000000'],
  ['{"data":[{"callid":98000000011790000000}]}', '98000000011790000000'],
  ['{"data":"{\\"callid\\":98000000011790000000}"}', '98000000011790000000'],
  ['{"callid":"98000000011790000000"}', '98000000011790000000'],
  ['{"callid":179000000012345}', 179000000012345],
])('in %s the call id keeps its digits', async (body, callid) => {
  expect(await decode(body)).toEqual({ kind: 'one', payload: { callid } });
});
