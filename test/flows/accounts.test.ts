import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { ensureAdministrator } from '../../src/services/ensure-administrator.ts';
import { createSignInLimits } from '../../src/services/sign-in-limits.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Client, startTestServer, type TestServer } from '../support/http.ts';

const PASSWORD = 'correct horse battery';
const clock = { present: new Date('2026-08-01T00:00:00Z'), now: () => clock.present };
const server = await startTestServer({ clock });
const admin = await server.user(['base.group_system'], { password: PASSWORD });

const nobody = server.client();
const signIn = (login: string, password: string, at: TestServer = server) =>
  at.client().send<{ user: { id: number; login: string } }>('POST', '/api/session', { login, password });

/** A browser: it keeps the cookie and says where its page comes from. */
async function browser(login: string, password = PASSWORD, at = server): Promise<Client & { cookie: string }> {
  const cookie = (await signIn(login, password, at)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, ...at.client({ cookie, origin: at.url }) };
}

function later(hours: number): void {
  clock.present = new Date(clock.present.getTime() + hours * 3_600_000);
}

describe('signing in', () => {
  it('answers who one is and what one may do, with a cookie out of reach of scripts', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD, name: 'Asha' });
    const answer = await signIn(user.login.toUpperCase(), PASSWORD);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        user: { id: user.id, login: user.login, name: 'Asha' },
        groups: ['base.group_user'],
        access: { 'mcube.call.record': ['read', 'write', 'create', 'unlink'], 'webhook.event': [] },
      },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^mcube_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(JSON.stringify(answer.body)).not.toContain('hash');
  });

  it('marks the cookie secure where the public address is https', async () => {
    const settings = readSettings({ MCUBE_PUBLIC_URL: 'https://calls.example.com', LOG_LEVEL: 'error' });
    const other = await startTestServer({ settings, database: server.database, clock });
    expect((await signIn(admin.login, PASSWORD, other)).headers.getSetCookie()[0]).toContain('; Secure');
  });

  it('says the same of a wrong password, an unknown login, an inactive user and one without a password', async () => {
    const silent = await server.user(['base.group_user']);
    const gone = await server.user(['base.group_user'], { password: PASSWORD, active: false });
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    const answers = [
      await signIn(user.login, 'wrong password'),
      await signIn('stranger', PASSWORD),
      await signIn(gone.login, PASSWORD),
      await signIn(silent.login, PASSWORD),
    ];
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          error: {
            code: 'unauthenticated',
            message: 'Login or password is wrong.',
            sentences: [{ code: 'wrong_login', values: {} }],
          },
        },
      });
  });

  it('keeps neither password nor secrets in the database', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    const { cookie } = await browser(user.login);
    const { rows } = await sql<{ text: string }>`
      select (select string_agg(u::text, '') from res_users u) || (select string_agg(s::text, '') from res_session s)
        || (select string_agg(k::text, '') from res_users_apikeys k) as text`.execute(server.database.kysely);
    const secret = cookie.replace('mcube_session=', '');
    for (const text of [PASSWORD, secret, user.key, Buffer.from(secret).toString('hex')])
      expect(rows[0]?.text).not.toContain(text);
    expect(rows[0]?.text).toMatch(/scrypt\$32768\$8\$3\$/);
  });
});

describe('guessing passwords', () => {
  const limits = createSignInLimits(server.database);
  /** Attempts as sign-in counts them, without the cost of a hash each. */
  const guess = async (login: string, attempts: number, address = '127.0.0.1') => {
    for (let attempt = 0; attempt < attempts; attempt += 1) await limits.take(login, address);
  };
  const aQuarterOfAnHourPasses = () => sql`update sign_in_attempt set expire = 1`.execute(server.database.kysely);

  it('is slowed for one login, on every instance', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    const other = await startTestServer({ database: server.database, clock });
    await guess(user.login, 8, '203.0.113.1');
    for (const at of [server, other]) expect((await signIn(user.login, 'guess', at)).status).toBe(401);
    for (const at of [server, other]) {
      const slowed = await signIn(user.login.toUpperCase(), PASSWORD, at);
      expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'too_many_requests' } } });
      expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(800);
    }
    await aQuarterOfAnHourPasses();
    expect((await signIn(user.login, PASSWORD)).status).toBe(200);
  });

  it('gains nothing from guessing many at once', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    await guess(user.login, 7);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, word) => signIn(user.login, `guess ${word}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    await aQuarterOfAnHourPasses();
  });

  it('is forgotten after a success', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    for (let round = 0; round < 2; round += 1) {
      await guess(user.login, 9);
      expect((await signIn(user.login, PASSWORD)).status).toBe(200);
    }
    await aQuarterOfAnHourPasses();
  });

  it('is slowed for one address over many logins', async () => {
    const from = (address: string) =>
      server
        .client({ 'x-forwarded-for': address })
        .send('POST', '/api/session', { login: 'victim', password: 'guess' });
    for (let victim = 0; victim < 49; victim += 1) await guess(`victim${victim}`, 1, '203.0.113.9');
    expect((await from('203.0.113.9')).status).toBe(401);
    expect((await from('203.0.113.9')).status).toBe(429);
    expect((await from('203.0.113.10')).status).toBe(401);
  });
});

describe('a session', () => {
  it('ends at sign out', async () => {
    const page = await browser(admin.login);
    expect((await page.get('/api/session')).status).toBe(200);
    expect((await page.send('DELETE', '/api/session')).status).toBe(204);
    expect(await page.get('/api/session')).toMatchObject({ status: 401 });
  });

  it('ends when it is not used, and lives on when it is', async () => {
    const [used, unused] = [await browser(admin.login), await browser(admin.login)];
    for (let day = 0; day < 15; day += 1) {
      later(24);
      expect((await used.get('/api/session')).status).toBe(200);
    }
    expect((await used.get('/api/session')).headers.getSetCookie()).toEqual([]);
    expect((await unused.get('/api/session')).status).toBe(401);
    later(13);
    expect((await used.get('/api/session')).status).toBe(200);
    later(24);
    expect((await used.get('/api/session')).headers.getSetCookie()[0]).toContain('Max-Age=1209600');
  });

  it('ends for the whole account when the password changes, except where it was changed', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    const [here, there] = [await browser(user.login), await browser(user.login)];
    const changed = await here.send('PATCH', '/api/preferences', {
      password: 'another password',
      current_password: PASSWORD,
    });
    expect(changed.status).toBe(200);
    const cookie = changed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await server.client({ cookie }).get('/api/session')).status).toBe(200);
    for (const page of [here, there]) expect((await page.get('/api/session')).status).toBe(401);
    expect((await signIn(user.login, 'another password')).status).toBe(200);
  });

  it('ends when an administrator deactivates the user or sets a password', async () => {
    for (const changes of [{ active: false }, { password: 'set by the administrator' }]) {
      const user = await server.user(['base.group_user'], { password: PASSWORD });
      const page = await browser(user.login);
      await admin.send('PATCH', `/api/users/${user.id}`, changes);
      expect((await page.get('/api/session')).status).toBe(401);
    }
  });

  it('follows the groups at once', async () => {
    const user = await server.user(['base.group_portal'], { password: PASSWORD });
    const page = await browser(user.login);
    expect((await page.get('/api/leads')).status).toBe(403);
    await admin.send('PATCH', `/api/users/${user.id}`, { groups: ['base.group_user'] });
    expect((await page.get('/api/leads')).status).toBe(200);
  });
});

describe("another site's page", () => {
  const change = { name: 'Changed by another site' };

  it('cannot change anything with the cookie', async () => {
    const { cookie } = await browser(admin.login);
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: server.url, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ];
    for (const headers of strangers) {
      const answer = await server.client({ cookie, ...headers }).send('POST', '/api/leads', change);
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'access_denied' } } });
    }
    expect(
      (await server.client({ cookie, 'sec-fetch-site': 'same-origin' }).send('POST', '/api/leads', change)).status,
    ).toBe(201);
    expect((await server.client({ cookie, origin: server.url }).send('POST', '/api/leads', change)).status).toBe(201);
  });

  it('cannot sign anybody in', async () => {
    const stranger = server.client({ origin: 'https://evil.example' });
    expect((await stranger.send('POST', '/api/session', { login: admin.login, password: PASSWORD })).status).toBe(403);
  });

  it('is let in behind a proxy when it is the public address', async () => {
    const settings = readSettings({ MCUBE_PUBLIC_URL: 'https://calls.example.com/', LOG_LEVEL: 'error' });
    const other = await startTestServer({ settings, database: server.database, clock });
    const { cookie } = await browser(admin.login, PASSWORD, other);
    const page = other.client({ cookie, origin: 'https://calls.example.com' });
    expect((await page.send('POST', '/api/leads', change)).status).toBe(201);
  });
});

describe('API keys', () => {
  it('show their secret once, work until they are revoked, and belong to their owner', async () => {
    const user = await server.user(['base.group_user']);
    const created = await user.send<{ id: number; key: string }>('POST', '/api/api-keys', { name: 'script' });
    expect(created).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^mck_[\w-]{43}$/) } });
    const script = server.client({ authorization: `Bearer ${created.body.key}` });
    expect((await script.get('/api/leads')).status).toBe(200);
    const listed = await user.get<{ data: { name: string }[] }>('/api/api-keys');
    expect(listed.body.data.map(({ name }) => name)).toEqual(['script', 'test']);
    expect(JSON.stringify(listed.body)).not.toContain('mck_');

    const colleague = await server.user(['base.group_user']);
    expect((await colleague.send('DELETE', `/api/api-keys/${created.body.id}`)).status).toBe(404);
    expect((await user.send('DELETE', `/api/api-keys/${created.body.id}`)).status).toBe(204);
    expect((await script.get('/api/leads')).status).toBe(401);
  });

  it('are made, seen and revoked by administrators for everybody, and by nobody else', async () => {
    const user = await server.user(['base.group_portal']);
    const created = await admin.send<{ id: number }>('POST', '/api/api-keys', { name: 'for them', user_id: user.id });
    expect(created.status).toBe(201);
    expect((await admin.get(`/api/api-keys?user_id=${user.id}&name=for them`)).body).toMatchObject({ total: 1 });
    expect((await user.send('POST', '/api/api-keys', { name: 'for you', user_id: admin.id })).status).toBe(403);
    expect((await admin.send('DELETE', `/api/api-keys/${created.body.id}`)).status).toBe(204);
  });

  it('expire, and cannot make a key that outlives them', async () => {
    const end = (hours: number) => new Date(clock.present.getTime() + hours * 3_600_000).toISOString();
    const request = { name: 'short', expiration_date: end(1) };
    const { body } = await admin.send<{ key: string }>('POST', '/api/api-keys', request);
    const short = server.client({ authorization: `Bearer ${body.key}` });
    expect((await short.send('POST', '/api/api-keys', { name: 'for ever' })).status).toBe(403);
    expect((await short.send('POST', '/api/api-keys', { name: 'longer', expiration_date: end(2) })).status).toBe(403);
    expect((await short.send('POST', '/api/api-keys', request)).status).toBe(201);
    expect((await admin.send('POST', '/api/api-keys', { name: 'late', expiration_date: end(-1) })).status).toBe(400);
    later(2);
    expect((await short.get('/api/leads')).status).toBe(401);
  });

  it('stop working with their user', async () => {
    const user = await server.user(['base.group_user']);
    await admin.send('PATCH', `/api/users/${user.id}`, { active: false });
    expect((await user.get('/api/leads')).status).toBe(401);
  });
});

describe('preferences', () => {
  it('let everybody change their own name, phone, e-mail and virtual number, and nothing else', async () => {
    const portal = await server.user(['base.group_portal']);
    const wishes = {
      name: 'Ravi',
      phone: '98450 12345',
      email: 'ravi@example.com',
      mcube_virtual_number: '080 4567 8901',
    };
    expect(await portal.send('PATCH', '/api/preferences', wishes)).toMatchObject({ status: 200, body: wishes });
    expect((await admin.get('/api/users?mcube_virtual_number=08045678901')).body).toMatchObject({
      data: [{ id: portal.id }],
    });
    for (const forbidden of [{ groups: ['base.group_system'] }, { login: 'root' }, { team_id: 1 }])
      expect(await portal.send('PATCH', '/api/preferences', forbidden)).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_input' } },
      });
    await portal.send('PATCH', '/api/preferences', { mcube_virtual_number: '' });
    expect((await portal.get('/api/session')).body).toMatchObject({ user: { mcube_virtual_number: null } });
  });

  it('say how the application looks and speaks to each, beginning with what suits most', async () => {
    const [agent, portal] = [await server.user(['base.group_user']), await server.user(['base.group_portal'])];
    const usual = { theme: 'system', density: 'comfortable', lang: 'en', popup: true, sound: true };
    const preferences = { ...usual, push_missed_calls: true };
    const settings = { time_zone: 'Asia/Kolkata', default_region: 'IN', callback_target_minutes: 30 };
    expect((await agent.get('/api/session')).body).toMatchObject({ preferences, settings });
    const wishes = { theme: 'dark', density: 'compact', lang: 'hi', sound: false };
    expect(await agent.send('PATCH', '/api/preferences', wishes)).toMatchObject({ status: 200 });
    expect((await agent.get('/api/session')).body).toMatchObject({ preferences: { ...preferences, ...wishes } });
    expect((await portal.get('/api/session')).body).toMatchObject({ preferences });
    expect(await agent.send('PATCH', '/api/preferences', { theme: 'pink' })).toMatchObject({
      status: 400,
      body: { error: { message: 'theme must be one of system, light, dark.' } },
    });
  });

  it('let two users share one virtual number', async () => {
    for (const user of [await server.user(['base.group_user']), await server.user(['base.group_user'])])
      expect((await user.send('PATCH', '/api/preferences', { mcube_virtual_number: '08040001111' })).status).toBe(200);
    expect((await admin.get('/api/users?mcube_virtual_number=08040001111')).body).toMatchObject({ total: 2 });
  });

  it('take a new password only with the old one', async () => {
    const user = await server.user(['base.group_user'], { password: PASSWORD });
    const wish = (more: object) => user.send('PATCH', '/api/preferences', { password: 'another password', ...more });
    expect((await wish({})).status).toBe(400);
    expect((await wish({ current_password: 'wrong password' })).status).toBe(403);
    expect((await signIn(user.login, PASSWORD)).status).toBe(200);
    expect((await wish({ current_password: PASSWORD })).status).toBe(200);
    expect((await signIn(user.login, PASSWORD)).status).toBe(401);
  });
});

describe('users', () => {
  it('are created by administrators as the API describes them', async () => {
    const team = await admin.send<{ id: number }>('POST', '/api/teams', { name: 'Sales' });
    const wish = {
      login: 'ravi@example.com',
      name: 'Ravi',
      groups: ['base.group_user'],
      mcube_virtual_number: '08045678902',
      phone: '+919845012346',
      team_id: team.body.id,
    };
    const created = await admin.send<{ id: number }>('POST', '/api/users', { ...wish, password: PASSWORD });
    expect(created).toMatchObject({ status: 201, body: { ...wish, team_name: 'Sales', active: true } });
    expect(JSON.stringify(created.body)).not.toContain('password');
    expect((await signIn('ravi@example.com', PASSWORD)).status).toBe(200);
    expect((await admin.get(`/api/teams/${team.body.id}`)).body).toMatchObject({ member_ids: [created.body.id] });
  });

  it('are inside the company unless said otherwise', async () => {
    expect((await admin.send('POST', '/api/users', { login: 'plain', name: 'Plain' })).body).toMatchObject({
      groups: ['base.group_user'],
    });
  });

  it('have each their own login', async () => {
    await admin.send('POST', '/api/users', { login: 'taken', name: 'First' });
    const second = await admin.send('POST', '/api/users', { login: 'Taken', name: 'Second' });
    expect(second).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', message: 'This login is taken.' } },
    });
  });

  it('are refused with what is wrong in words', async () => {
    const wrong: [body: unknown, message: string][] = [
      [{ name: 'No login' }, 'login is missing.'],
      [{ login: 'a', name: 'A', password: 'short' }, 'password must have at least 8 characters.'],
      [
        { login: 'a', name: 'A', groups: ['admin'] },
        'groups.0 must be one of base.group_system, base.group_user, base.group_portal, base.group_public.',
      ],
      [{ login: 'a', name: 'A', password_hash: 'x' }, 'password_hash is not a field here.'],
      [{ login: 'a', name: 'A', team_id: 999_999 }, 'team_id 999999 does not exist.'],
      [{ login: 'a', name: 'A', team_id: '1' }, 'team_id must be a whole number or null.'],
      [{ login: 'a', name: 'nul \u0000' }, 'A text holds a character that cannot be stored (NUL).'],
    ];
    for (const [body, message] of wrong)
      expect(await admin.send('POST', '/api/users', body)).toMatchObject({
        status: 400,
        body: { error: { code: 'invalid_input', message } },
      });
    expect(await admin.send('PATCH', `/api/users/${admin.id}`, {})).toMatchObject({ status: 400 });
  });

  it('always include an administrator, also when two end each other at once', async () => {
    const other = await startTestServer({ clock });
    const [one, two] = [await other.user(['base.group_system']), await other.user(['base.group_system'])];
    const answers = await Promise.all([
      one.send('PATCH', `/api/users/${two.id}`, { groups: ['base.group_user'] }),
      two.send('PATCH', `/api/users/${one.id}`, { active: false }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const { rows } = await sql`select from res_users where active and 'base.group_system' = any(groups)`.execute(
      other.database.kysely,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('the first administrator', () => {
  it('is created once, by one of two processes that start together, and can sign in', async () => {
    const database = await createTestDatabase();
    const fresh = await startTestServer({ database, clock });
    const passwords = await Promise.all([ensureAdministrator(fresh.parts), ensureAdministrator(fresh.parts)]);
    const [password] = passwords.filter((given) => given !== undefined);
    expect(passwords.filter((given) => given !== undefined)).toHaveLength(1);
    expect(await ensureAdministrator(fresh.parts)).toBeUndefined();
    expect(await signIn('admin', password ?? '', fresh)).toMatchObject({
      status: 200,
      body: { user: { login: 'admin' }, groups: ['base.group_system', 'base.group_user'] },
    });
  });
});

describe('errors', () => {
  it('have one shape, whatever went wrong', async () => {
    const wrong: [Promise<{ status: number; body: unknown }>, number, string][] = [
      [nobody.get('/api/nowhere'), 404, 'not_found'],
      [nobody.send('PUT', '/api/leads'), 404, 'not_found'],
      [admin.get('/api/leads/999999'), 404, 'not_found'],
      [admin.get('/api/leads/abc'), 400, 'invalid_input'],
      [admin.get('/api/leads/%E0%A4%A'), 400, 'invalid_input'],
      [admin.send('POST', '/api/leads', { name: 'x'.repeat(1_100_000) }), 413, 'too_large'],
      [admin.send('POST', '/api/leads', []), 400, 'invalid_input'],
    ];
    for (const [answer, status, code] of wrong)
      expect(await answer).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/\.$/) } } });
  });

  it('of a body that is no JSON say so', async () => {
    const post = async (type: string, body: string) => {
      const headers = { authorization: `Bearer ${admin.key}`, 'content-type': type };
      return await (await fetch(`${server.url}/api/leads`, { method: 'POST', headers, body })).json();
    };
    expect(await post('application/json', '{"name":')).toEqual({
      error: {
        code: 'invalid_input',
        message: 'The body is not valid JSON.',
        sentences: [{ code: 'body_not_json', values: {} }],
      },
    });
    expect(await post('text/csv', 'a,b')).toMatchObject({
      error: { code: 'invalid_input', message: expect.stringContaining('application/json') },
    });
  });

  it('nobody foresaw are told to nobody', async () => {
    const other = await startTestServer({ clock, settings: readSettings({ LOG_LEVEL: 'silent' }) });
    const user = await other.user(['base.group_user']);
    await sql`alter table crm_stage rename to crm_stage_gone`.execute(other.database.kysely);
    const answer = await user.get('/api/stages');
    expect(answer).toMatchObject({
      status: 500,
      body: { error: { code: 'internal', message: expect.stringMatching(/see [\w-]{36} in the log/) } },
    });
    expect(JSON.stringify(answer.body)).not.toContain('crm_stage');
  });

  it('of a database that cannot be reached ask to come back', async () => {
    const database = { ...openDatabase('postgres://nobody@127.0.0.1:1/nowhere'), url: '' };
    const cutOff = await startTestServer({ clock, database });
    const answer = await cutOff.client({ authorization: `Bearer ${admin.key}` }).get('/api/leads');
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('come with headers that keep browsers from guessing', async () => {
    const { headers } = await nobody.get('/api/nowhere');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
