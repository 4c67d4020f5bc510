import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIC } from '../../src/mcube/test-samples.ts';
import { hangUp, newCallId } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});

describe('secrets are gone before anything is logged or stored', () => {
  const SECRETS = ['s3cret-of-apikey', 's3cret-of-token', 's3cret-of-bid', 's3cret-of-password', 's3cret-in-the-path'];

  test('in every place where a payload may hold them', async () => {
    const [apikey, token, bid, password] = SECRETS;
    const secret = { apikey, token, bid, password };
    const events = [
      hangUp(secret),
      { ...CLASSIC, callid: newCallId(), ...secret },
      hangUp({ account: secret, nested: { deep: [secret] } }),
      hangUp({ remark: `apikey=${apikey}&token=${token} "password":"${password}" bid=${bid}` }),
      hangUp({ 'API-Key': apikey, Access_Token: token, BID: bid, Passwd: password }),
      hangUp({ refurl: `https://crm.example.com/mcube/webhook?token=${token}&bid=${bid}` }),
      hangUp({ json: JSON.stringify(secret) }),
    ];
    for (const event of events) expect(await service.post(event)).toMatchObject({ status: 202 });
    expect(await service.post(events)).toMatchObject({ status: 202 });
    for (const event of events) {
      const form = new URLSearchParams({ data: JSON.stringify(event), ...hangUp(), apikey: String(apikey) }).toString();
      await service.post(form, 'application/x-www-form-urlencoded');
    }
    await service.request(`/mcube/webhook?callto=9000000108&callid=${newCallId()}&token=${token}&apikey=${apikey}`);
    await service.request(`/mcube/webhook/${SECRETS[4]}`, { method: 'POST', body: JSON.stringify(hangUp()) });
    await service.post(`not json with token=${token}`);
    await service.post(JSON.stringify({ callto: '', apikey, token }));
    await service.settled();

    expect(await textsOfDatabase()).toContain('9000000108');
    for (const one of SECRETS) {
      expect(await textsOfDatabase()).not.toContain(one);
      expect(service.log()).not.toContain(one);
    }
  });

  test('phone numbers are masked in the log, and its lines about the webhook begin with its name', async () => {
    await service.tell(hangUp({ callto: '9012345678', emp_phone: '9087654321' }));
    expect(service.log()).not.toMatch(/9012345678|9087654321/);
    expect(service.log()).toContain('"msg":"MCUBE Webhook: ');
  });
});

describe('the token', () => {
  const TOKENS = ['the-old-token-0123456789', 'the-new-token-0123456789'] as const;
  let guarded: TestService;
  const send = (path: string, headers: Record<string, string> = {}) =>
    guarded.request(path, { method: 'POST', headers, body: JSON.stringify(hangUp()) });
  beforeAll(async () => {
    guarded = await startService({ environment: { MCUBE_WEBHOOK_TOKEN: TOKENS.join(',') } });
  });

  test.each(TOKENS)('%s is taken from the query, as a bearer and as the last part of the path', async (token) => {
    expect(await send(`/mcube/webhook?token=${token}`)).toMatchObject({ status: 202 });
    expect(await send(`/mcube/webhook/${token}`)).toMatchObject({ status: 202 });
    expect(await send('/mcube/webhook', { authorization: `Bearer ${token}` })).toMatchObject({ status: 202 });
    expect(await guarded.request(`/mcube/webhook?token=${token}`)).toMatchObject({ status: 200 });
    expect(await guarded.request(`/mcube/webhook/${token}`, { method: 'HEAD' })).toMatchObject({ status: 200 });
  });

  test.each([
    ['missing', '/mcube/webhook', {}],
    ['empty', '/mcube/webhook?token=', {}],
    ['wrong in the query', '/mcube/webhook?token=the-old-token-0123456780', {}],
    ['wrong in the path', '/mcube/webhook/the-old-token', {}],
    ['a broken escape in the path', '/mcube/webhook/%E0%A4%A', {}],
    ['wrong as a bearer', '/mcube/webhook', { authorization: 'Bearer nothing' }],
    ['of another kind', '/mcube/webhook', { authorization: `Basic ${TOKENS[0]}` }],
    ['both in one', `/mcube/webhook?token=${TOKENS.join(',')}`, {}],
  ])('%s: 401', async (_, path, headers) => {
    const answer = await send(path, headers);
    // A path that is no address at all never reaches the webhook.
    expect([400, 401]).toContain(answer.status);
    if (answer.status === 401) expect(answer.body).toEqual({ status: 'error', message: 'Wrong or missing token' });
  });

  test('without it even the browser test is refused, and nothing is stored', async () => {
    expect(await guarded.request('/mcube/webhook')).toMatchObject({ status: 401 });
    expect(await guarded.request('/mcube/webhook', { method: 'HEAD' })).toMatchObject({ status: 401 });
  });

  test('in the body it opens nothing', async () => {
    expect(await guarded.post(hangUp({ token: TOKENS[0] }))).toMatchObject({ status: 401 });
  });

  test('an API key does not open the webhook', async () => {
    expect(
      await send('/mcube/webhook', { authorization: `Bearer ${createHash('sha256').digest('hex')}` }),
    ).toMatchObject({
      status: 401,
    });
  });

  test('it is neither logged nor stored', async () => {
    await send(`/mcube/webhook?token=${TOKENS[0]}&callto=9000000001`);
    await guarded.settled();
    for (const token of TOKENS) {
      expect(guarded.log()).not.toContain(token);
      expect(await textsOfDatabase(guarded)).not.toContain(token);
    }
  });
});

describe('an open webhook on an address that others reach', () => {
  test('is refused at the start, unless somebody says so', async () => {
    await expect(startService({ environment: { HOST: '0.0.0.0' } })).rejects.toThrow('set MCUBE_WEBHOOK_TOKEN');
    const open = await startService({ environment: { HOST: '0.0.0.0', MCUBE_WEBHOOK_AUTH: 'none' } });
    expect(open.url).toMatch(/^http/);
  });
});

/** Every row of every table as text. */
async function textsOfDatabase({ database }: TestService = service): Promise<string> {
  const { rows: tables } = await sql<{ schemaname: string; tablename: string }>`
    select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
    database.kysely,
  );
  const texts = tables.map(async ({ schemaname, tablename }) => {
    const { rows } = await sql<{ text: string }>`
      select row::text as text from ${sql.table(`${schemaname}.${tablename}`)} as row`.execute(database.kysely);
    return rows.map(({ text }) => text);
  });
  return (await Promise.all(texts)).flat().join('\n');
}
