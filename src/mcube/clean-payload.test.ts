import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from './decode-body.ts';

const decodeText = async (text: string, contentType = 'application/json') => {
  const decoded = await decodeBody(Buffer.from(text), contentType, '');
  return decoded.kind === 'one' ? decoded.payload : decoded;
};
const clean = (event: unknown) => decodeText(JSON.stringify(event));

describe('a secret is dropped', () => {
  test.each([
    'apikey',
    'ApiKey',
    'api_key',
    'x-api-key',
    'token',
    'access_token',
    'bid',
    'BID',
    'password',
    'passwd',
    'pwd',
    'authorization',
    'HTTP_AUTHORIZATION',
    'secret',
    'client_secret',
    'account[bid]',
    'account.bid',
    'to\u0000ken',
    'api.key',
    'api\u200bkey',
    'ａｐｉＫｅｙ',
    'passphrase',
  ])('under the key %j, at any depth', async (key) => {
    const event = { callto: '9000000001', [key]: 'sesame', nested: { more: [{ [key]: 'sesame', kept: 1 }] } };
    expect(await clean(event)).toEqual({ callto: '9000000001', nested: { more: [{ kept: 1 }] } });
  });

  test('from a form as from JSON', async () => {
    const form = 'callto=9000000001&apikey=sesame&bid=6011&data[token]=sesame';
    expect(await decodeText(form, 'application/x-www-form-urlencoded')).toEqual({ callto: '9000000001' });
  });

  test.each([
    ['https://crm.example.com/mcube/webhook?token=sesame&x=1', 'https://crm.example.com/mcube/webhook?token=***&x=1'],
    ['https://crm.example.com/mcube/webhook/sesame?x=1', 'https://crm.example.com/mcube/webhook/***?x=1'],
    ['Authorization: Bearer sesame', 'Authorization: Bearer ***'],
    ['{"apikey":"sesame","n":1}', '{"n":1}'],
    ['{"apikey":"sesame","n":1', '{"apikey":"***","n":1'],
    ["{'bid':'sesame'}", "{'bid':'***'}"],
  ])('where it stands by name in a value: %s', async (remark, expected) => {
    expect(await clean({ callto: '9000000001', remark })).toEqual({ callto: '9000000001', remark: expected });
  });

  test('but not from a recording address, which would no longer play', async () => {
    const filename = 'https://recordings.example.com/1.wav?token=abc&Expires=1';
    expect(await clean({ callto: '9000000001', filename })).toEqual({ callto: '9000000001', filename });
  });

  test.each(['apikey', 'bid', 'password', 'API_KEY'])('except what opens the whole account: %s', async (name) => {
    const address = (secret: string) => `https://recordings.example.com/1.wav?${name}=${secret}&token=abc`;
    const cleaned = await clean({ callto: '9000000001', filename: address('sesame') });
    expect(cleaned).toEqual({ callto: '9000000001', filename: address('***') });
  });

  test('and words that only look like one stay', async () => {
    const event = { keyword: 'bid', source: 'calltrack', remark: 'at 11:49:57, forbidden: x', pulse: '1' };
    expect(await clean(event)).toEqual(event);
  });
});

test('control characters and half characters are removed, whole ones stay', async () => {
  const event = { name: 'A\u0000sha\u0007 \ud83d\ude00 \ud83d', remark: 'one\r\ntwo\u007f', '\u0000key': 'आशा' };
  expect(await clean(event)).toEqual({ name: 'Asha 😀 ', remark: 'one two', key: 'आशा' });
});

test('values, keys and their number are bounded', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`key${n}`, n]));
  expect(Object.keys(await clean(many))).toHaveLength(200);
  expect(await clean({ remark: 'x'.repeat(10_000) })).toEqual({ remark: 'x'.repeat(4_000) });
  expect(await clean({ ['k'.repeat(101)]: 1, kept: 2 })).toEqual({ kept: 2 });
});

test('a key named __proto__ is harmless', async () => {
  const payload = await decodeText(
    '{"__proto__":{"callto":"1"},"constructor":{"prototype":{"x":1}},"callto":"9000000001"}',
  );
  expect(Object.keys(payload)).toEqual(['constructor', 'callto']);
  expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('nested without end, it is cut off', async () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  expect(JSON.stringify(await decodeText(deep)).length).toBeLessThan(100);
});

test('no secret is left, wherever it was', async () => {
  const secretKey = fc.constantFrom(
    'apikey',
    'token',
    'bid',
    'Password',
    'pwd',
    'secret',
    'HTTP_AUTHORIZATION',
    'access-token',
  );
  const secret = fc.record({ key: secretKey, value: fc.constant('SESAME') });
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.string(),
      fc.dictionary(fc.string(), tie('node'), { maxKeys: 3 }),
      fc.array(tie('node'), { maxLength: 3 }),
      fc
        .tuple(secret, tie('node'))
        .map(([{ key, value }, rest]) => ({ [key]: value, rest, again: { [key]: [value] } })),
      fc.tuple(secret, tie('node')).map(([{ key, value }, rest]) => JSON.stringify({ [key]: value, rest })),
      secret.map(({ key, value }) => JSON.stringify(JSON.stringify(JSON.stringify({ [key]: value })))),
      secret.map(({ key, value }) => `https://crm.example.com/?x=1&${key}=${value}`),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(tree, async (given) => {
      expect(JSON.stringify(await clean({ callto: '9000000001', given }))).not.toContain('SESAME');
      expect(JSON.stringify(await clean(given))).not.toContain('SESAME');
    }),
    { numRuns: 1_000 },
  );
});

test('no body and no content type makes it throw or hang', async () => {
  const contentType = fc.oneof(
    fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=B',
    ),
    fc.string(),
    fc.constant(undefined),
  );
  const fragment = fc.constantFrom(
    ...['--B', '--B--', '\r\n', '{', '}', '[', ']', '"', ':', ',', '\\', 'data', 'callid', '=', '&', '%'],
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .array(
        fc.oneof(fragment, fc.constant('Content-Disposition: form-data; name="data"'), fc.string({ maxLength: 3 })),
      )
      .map((parts) => Buffer.from(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(body, contentType, fc.string(), async (bytes, label, query) => {
      const decoded = await decodeBody(bytes, label, query);
      expect(['one', 'bulk', 'nothing', 'unreadable']).toContain(decoded.kind);
      expect(/[\p{Cc}\p{Cs}]/u.test(JSON.stringify(decoded))).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});
