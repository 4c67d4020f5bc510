import fc from 'fast-check';
import { CLASSIC, CLASSIC_OUTBOUND, CLOUD, CLOUD_ON_CALL, VOICEBOT } from '../../src/mcube/test-samples.ts';

/** A request as somebody might send it by mistake, by malice or through a broken relay. */
export type FuzzedRequest = { method: 'POST' | 'GET'; query: string; contentType: string | undefined; body: Buffer };

export function fuzzedRequest(): fc.Arbitrary<FuzzedRequest> {
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        method: fc.constant('POST' as const),
        query: fc.constant(''),
        contentType: contentType(),
        body: body(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        method: fc.constant('GET' as const),
        query: query(),
        contentType: fc.constant(undefined),
        body: fc.constant(Buffer.alloc(0)),
      }),
    },
  );
}

const SAMPLES: readonly Record<string, unknown>[] = [CLOUD, CLOUD_ON_CALL, CLASSIC, CLASSIC_OUTBOUND, VOICEBOT];
const KEYS = [
  ...new Set(SAMPLES.flatMap(Object.keys)),
  '__proto__',
  'constructor',
  'toString',
  'data',
  'payload',
  'token',
  '',
];

/** Values that broke somebody's software before. */
const NASTY: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00\ud800',
    '\u202e9000000001',
    '９０００００００００１',
    '\ufeff',
    '\n',
    '\u007f',
  ],
  ...[
    "'; drop table crm_lead; --",
    '{"a":1}',
    '[]',
    '[[',
    '"',
    '\\',
    '\\u0000',
    '%00',
    '%',
    'null',
    'NaN',
    '+',
    '-1',
    '1e999',
    '0x10',
  ],
  ...[null, true, false, 0, -1, 1e308, -1e308, 5e-324, 2 ** 53 + 2, 1e21, Number.MAX_SAFE_INTEGER],
  ...[[], {}, [[]], [null], { a: { b: { c: {} } } }, { toString: 1 }, ['9000000001'], { number: '9000000001' }],
  ...['x'.repeat(5_000), '9'.repeat(500), '😀'.repeat(3_000), `+91${'0'.repeat(100)}`, 'ﷺ'.repeat(200)],
  ...[
    '9999-12-31 23:59:59',
    '0001-01-01 00:00:00',
    '2026-02-30 25:61:61',
    '+275760-09-13',
    '-2026-01-01',
    '99:99:99',
    '2147483648',
    '1790000000000000',
  ],
  ...[
    'http://',
    'https://[::1',
    'javascript:alert(1)',
    `https://example.com/${'a'.repeat(9_000)}`,
    'https://example.com/\u0000.wav',
  ],
];

function value(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.stringMatching(/^\+?[0-9 ()-]{1,30}$/) },
  );
}

/** A real sample with some of its values exchanged, some keys gone and some new ones. */
function event(): fc.Arbitrary<Record<string, unknown>> {
  const change = fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string({ unit: 'binary', maxLength: 12 })), value());
  return fc
    .tuple(fc.constantFrom(...SAMPLES), fc.array(change, { maxLength: 6 }), fc.subarray(KEYS, { maxLength: 3 }))
    .map(([sample, changes, gone]) => {
      const kept = Object.entries(sample).filter(([key]) => !gone.includes(key));
      return Object.fromEntries([...kept, ...changes]);
    });
}

function text(): fc.Arbitrary<string> {
  const json = event().map((one) => JSON.stringify(one));
  return fc.oneof(
    { weight: 6, arbitrary: json },
    {
      weight: 2,
      arbitrary: fc.array(fc.oneof(event(), value()), { maxLength: 6 }).map((list) => JSON.stringify(list)),
    },
    { weight: 2, arbitrary: json.map((one) => new URLSearchParams({ data: one }).toString()) },
    { weight: 2, arbitrary: event().map(formOf) },
    { weight: 1, arbitrary: json.map((one) => JSON.stringify(JSON.stringify({ data: [one] }))) },
    {
      weight: 1,
      arbitrary: json.map((one) => `--b0\r\ncontent-disposition: form-data; name="data"\r\n\r\n${one}\r\n--b0--\r\n`),
    },
    { weight: 1, arbitrary: fc.nat({ max: 20_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)) },
    { weight: 1, arbitrary: fc.nat({ max: 5_000 }).map((depth) => `${'{"data":'.repeat(depth)}1${'}'.repeat(depth)}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{"__proto__":{"callto":"9000000001"}}',
        '{"callto":"9000000001","callid":1e400}',
        '{"callto":9000000001e0}',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
  );
}

/** The text as bytes, often damaged on the way. */
function body(): fc.Arbitrary<Buffer> {
  const encoded = fc
    .tuple(text(), fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf8', 'utf8', 'latin1', 'utf16le'))
    .map(([content, encoding]) => Buffer.from(content, encoding));
  const damaged = fc
    .tuple(
      encoded,
      fc.nat(),
      fc.nat(),
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom('cut', 'insert', 'replace', 'repeat'),
    )
    .map(([bytes, from, length, noise, how]) =>
      damage(bytes, from % (bytes.length + 1), length % 40, Buffer.from(noise), how),
    );
  return fc.oneof(
    { weight: 5, arbitrary: encoded },
    { weight: 4, arbitrary: damaged },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );
}

function damage(bytes: Buffer, at: number, length: number, noise: Buffer, how: string): Buffer {
  if (how === 'cut') return bytes.subarray(0, at);
  const rest = bytes.subarray(how === 'insert' ? at : at + length);
  const middle = how === 'repeat' ? bytes.subarray(at, at + length) : noise;
  return Buffer.concat([bytes.subarray(0, at), middle, ...(how === 'repeat' ? [middle] : []), rest]);
}

function contentType(): fc.Arbitrary<string | undefined> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...CONTENT_TYPES) },
    { weight: 1, arbitrary: fc.stringMatching(/^[ -~]{0,60}$/) },
  );
}

const CONTENT_TYPES = [
  ...[
    undefined,
    '',
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/octet-stream',
    '*/*',
    ';',
    '/',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=iso-8859-1',
    'multipart/form-data',
  ],
  ...[
    'multipart/form-data; boundary=b0',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    'application/xml',
  ],
];

/** Short enough for the 16 KiB that all headers of a request may have together. */
function query(): fc.Arbitrary<string> {
  return fc
    .oneof(
      event().map(formOf),
      event().map((one) => new URLSearchParams({ data: JSON.stringify(one) }).toString()),
      fc.stringMatching(/^[!$-;=?-~]{0,80}$/),
    )
    .map((content) => content.slice(0, 12_000));
}

function formOf(one: Record<string, unknown>): string {
  const texts = Object.entries(one).map(([key, content]) => [
    key,
    typeof content === 'object' ? JSON.stringify(content) : String(content),
  ]);
  return new URLSearchParams(Object.fromEntries(texts)).toString();
}
