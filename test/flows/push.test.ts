import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { missed } from '../support/calls.ts';
import { startService, until } from '../support/service.ts';

/** A push service of our own: it keeps what it gets, and answers as it is told. */
const got: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = [];
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const path = request.url ?? '';
  got.push({ path, headers: request.headers, body: Buffer.concat(parts) });
  const failing = path === '/late' && got.filter((push) => push.path === '/late').length === 1;
  response.writeHead(failing ? 503 : path === '/gone' ? 410 : 201).end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const address = server.address();
const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
const service = await startService({ environment: { MCUBE_PUSH_ALLOWED_HOSTS: host } });

const browser = createECDH('prime256v1');
browser.generateKeys();
const auth = randomBytes(16);
const keys = { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') };
const subscribe = (path: string) =>
  service.api('/api/push/subscriptions', 'POST', { endpoint: `http://${host}${path}`, keys });

test('a missed call is pushed to its owner, readable by that browser alone, and signed with our key', async () => {
  await subscribe('/mine');
  await service.tell(
    missed({ callto: '9000005678', starttime: '2026-09-21 11:59:50', endtime: '2026-09-21 11:59:55' }),
  );
  await until('it was pushed', () => got.length > 0);
  const [push] = got;
  if (push === undefined) throw new Error('nothing was pushed');
  const message: unknown = JSON.parse(decrypt(push.body).toString());
  expect(message).toMatchObject({ title: 'Missed call', url: '/missed-calls', body: expect.stringContaining('…5678') });
  expect(JSON.stringify(message)).not.toContain('05678');

  const { public_key } = await service.api<{ public_key: string }>('/api/push');
  const [, jwt = '', key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(push.headers.authorization ?? '') ?? [];
  expect(key).toBe(public_key);
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const point = Buffer.from(public_key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const dsaEncoding = 'ieee-p1363';
  expect(verify('sha256', signed, { key: publicKey, dsaEncoding }, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: `http://${host}` });
});

test('a browser that is gone is forgotten, and who wants no push gets none', async () => {
  await subscribe('/gone');
  const told = (path: string) => got.filter((push) => push.path === path).length;
  const again = () =>
    service.tell(missed({ callto: '9000005678', starttime: '2026-09-21 11:59:58', endtime: '2026-09-21 11:59:59' }));
  await again();
  await until('both were tried', () => told('/gone') === 1 && told('/mine') === 2);
  await until('one was forgotten', async () => {
    return (await service.database.kysely.selectFrom('push_subscription').select('id').execute()).length === 1;
  });
  await service.api('/api/preferences', 'PATCH', { push_missed_calls: false });
  await again();
  await until('the job ran', async () => {
    const { rows } = await service.database.pool.query(
      "select from graphile_worker.jobs where task_identifier = 'push_missed_calls'",
    );
    return rows.length === 0;
  });
  expect(told('/mine')).toBe(2);
});

test('a browser whose push service fails is told a minute later, in the language of whose it is', async () => {
  await service.api('/api/preferences', 'PATCH', { push_missed_calls: true, lang: 'hi' });
  await subscribe('/late');
  const jobs = async () => {
    const of = "from graphile_worker._private_jobs where payload::text like '%/late%'";
    return (await service.database.pool.query(`select run_at > now() as later ${of}`)).rows;
  };
  await service.tell(
    missed({ callto: '9000005678', starttime: '2026-09-21 11:59:59', endtime: '2026-09-21 12:00:00' }),
  );
  await until('it is to be tried again', async () => (await jobs()).length === 1);
  expect(await jobs()).toEqual([{ later: true }]);
  await service.database.pool.query(
    "select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker._private_jobs where payload::text like '%/late%'",
  );
  const late = () => got.filter(({ path }) => path === '/late');
  await until('it was told', () => late().length === 2);
  const [, told] = late();
  expect(JSON.parse(decrypt(told?.body ?? Buffer.alloc(0)).toString())).toMatchObject({ title: 'छूटी हुई कॉल' });
  // Nobody else was told a second time.
  expect(got.at(-1)?.path).toBe('/late');
});

test('a browser is told to be subscribed to whose it is alone', async () => {
  await subscribe('/whose');
  const asked = `/api/push?${new URLSearchParams({ endpoint: `http://${host}/whose` })}`;
  expect(await service.api(asked)).toMatchObject({ is_subscribed: true });
  const other = await service.addUser({ login: 'other' });
  await service.database.kysely.updateTable('push_subscription').set({ user_id: other }).execute();
  expect(await service.api(asked)).toMatchObject({ is_subscribed: false });
});

test.each(['http://127.0.0.1:9/x', 'https://10.0.0.1/x', 'https://fcm.googleapis.com.example.com/x', 'no address'])(
  'nothing is ever pushed to %s',
  async (endpoint) => {
    await expect(service.api('/api/push/subscriptions', 'POST', { endpoint, keys })).rejects.toThrow(/400.*known here/);
  },
);

/** RFC 8291 and 8188, read a second time. */
function decrypt(body: Buffer): Buffer {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
  const theirs = body.subarray(21, 21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), theirs]);
  const secret = derive(auth, browser.computeSecret(theirs), info, 32);
  const decipher = createDecipheriv(
    'aes-128-gcm',
    derive(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12),
  );
  const sealed = body.subarray(21 + length);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2));
}

function derive(salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer {
  const key = createHmac('sha256', salt).update(secret).digest();
  return createHmac('sha256', key)
    .update(info)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length);
}
