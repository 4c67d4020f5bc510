import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideBodySecrets } from './hide-body-secrets.ts';

const NAMES = [
  'apikey',
  'API-Key',
  'api_key',
  'bid',
  'Password',
  'access_token',
  'Authorization',
  'auth',
  'clientSecret',
];
const MARK = 'S3CRET';

/** A secret that is recognised by either end. */
const SECRET = fc.string({ maxLength: 12, unit: 'grapheme-ascii' }).map((inside) => `${MARK}${inside}${MARK}`);
const FIELDS = fc.record({ name: fc.constantFrom(...NAMES), secret: SECRET });
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const CARRIERS: Record<string, (name: string, secret: string) => string> = {
  JSON: (name, secret) => JSON.stringify({ callid: '1', [name]: secret, callto: 'x' }),
  'JSON on lines': (name, secret) => JSON.stringify([{ callid: '1', [name]: secret, callto: 'x' }], null, 2),
  'JSON in JSON': (name, secret) => JSON.stringify({ data: JSON.stringify({ [name]: secret, callid: '1' }) }),
  'JSON in JSON in JSON': (name, secret) =>
    JSON.stringify({ data: JSON.stringify({ inner: JSON.stringify({ [name]: secret }) }) }),
  'a list under a secret name': (name, secret) => JSON.stringify({ [name]: ['x', { deep: secret }], callid: '1' }),
  'a form': (name, secret) => form({ callid: '1', [name]: secret, callto: 'x' }),
  'a nested field of a form': (name, secret) => form({ [`data[${name}]`]: secret, callto: 'x' }),
  'JSON in a form': (name, secret) => form({ data: JSON.stringify({ callid: '1', [name]: secret }) }),
  'an address in JSON': (name, secret) =>
    JSON.stringify({ refurl: `https://crm.example.com/?${form({ [name]: secret })}` }),
  'an address in a form': (name, secret) =>
    form({ refurl: `https://crm.example.com/?a=1&${form({ [name]: secret })}` }),
  'a multipart form': (name, secret) =>
    `--xx\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain\r\n\r\n${secret}\r\n--xx--\r\n`,
  XML: (name, secret) => `<call><${name} type="a">${escaped(secret)}</${name}><callto>x</callto></call>`,
  'an attribute of XML': (name, secret) => `<call ${name}="${escaped(secret)}" callto="x"/>`,
  'a line of text': (name, secret) => `callid: 1\n${name}: ${secret}\ncallto: x`,
  'a form as text': (name, secret) => `callid=1\r\n${name}=${secret}\r\ncallto=x`,
  'broken JSON': (name, secret) => `oops ${JSON.stringify({ [name]: secret, callid: '1' }).slice(0, -1)},,`,
  'an array of PHP': (name, secret) => `array('${name}' => '${secret.replace(/[\\']/g, '\\$&')}', 'callto' => 'x')`,
};

test.each(Object.entries(CARRIERS))('no secret is left in %s, whole or cut off', (carrier, write) => {
  fc.assert(
    fc.property(FIELDS, fc.double({ min: 0.2, max: 1, noNaN: true }), ({ name, secret }, share) => {
      // A line of text, or a form, ends a value; a browser would have encoded it, or quoted it.
      fc.pre(!/text/.test(carrier) || !/[\n&]/.test(secret));
      const text = write(name, secret);
      for (const one of [text, text.slice(0, Math.ceil(text.length * share))]) {
        expect(hideBodySecrets(one)).not.toContain(MARK);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a name that is escaped', '{"\\u0061pike\\u0079":"S3CRET"}'],
  ['a name that is encoded', 'callid=1&%61pi%6bey=S3CRET&callto=x'],
  ['a header', '{"h":"Authorization: Bearer S3CRET-0123456789"}'],
  ['a bearer', '{"h":["Bearer S3CRET-0123456789"]}'],
  ['a number', '{"bid":53CRET}'.replace('53', 'S3')],
  ['an address with a login', 'https://user:S3CRET@crm.example.com/'],
  ['the address of the webhook', 'posted to /mcube/webhook/S3CRET'],
])('nor from %s', (_, text) => {
  expect(hideBodySecrets(text)).not.toContain(MARK);
});

test.each([
  '{"callid":"98000000011790000001","callto":"9000000001","bidder":"x","remark":"the token is missing, he says"}',
  'callid=98000000011790000001&callto=9000000001&dialstatus=ANSWER&starttime=2026-09-21+11%3A49%3A57',
  '<error>Your token was not accepted</error>',
])('what is no secret stays: %s', (text) => {
  expect(hideBodySecrets(text)).toBe(text);
});

test('what stands beside a secret stays, and a long text takes no longer than it should', () => {
  expect(hideBodySecrets('{"apikey":"k","callto":"9000000001","bid":12}')).toBe(
    '{"apikey":"***","callto":"9000000001","bid":***}',
  );
  expect(hideBodySecrets('apikey=k&callto=9000000001')).toBe('apikey=***&callto=9000000001');
  for (const part of ['token', '"token"', 'token ', 'token=', '\\"', 'token%5B', 'a%25', ':// ', 'name="bid"\n'])
    expect(hideBodySecrets(part.repeat(64_000 / part.length)).length).toBeGreaterThan(0);
});
