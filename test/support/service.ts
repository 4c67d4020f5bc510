import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, expect } from 'vitest';
import { type RunningApp, startApp } from '../../src/app.ts';
import type { Group } from '../../src/db/tables.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { insertApiKey } from '../../src/models/api-key.ts';
import { measureInbox } from '../../src/models/inbox-depth.ts';
import { createUser, type NewUser } from '../../src/services/create-user.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** A clock that tests turn. Between turns it runs as clocks do. */
export type TestClock = Clock & { turn(seconds: number): void };

export type Reply = { status: number; headers: Headers; text: string; body: unknown };

/** The service as `serve` starts it, on a database of the test's own. */
export type TestService = {
  readonly url: string;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Everything it has logged, as text. */
  log(): string;
  request(path: string, init?: RequestInit): Promise<Reply>;
  /** Posts to the webhook; what is no text or form goes as JSON. */
  post(body: unknown, contentType?: string): Promise<Reply>;
  /** Posts events one after the other, each of which must be accepted, and waits until they are processed. */
  tell(...events: object[]): Promise<void>;
  /** Waits until no event waits in the inbox. */
  settled(): Promise<void>;
  /** A request to the API as an administrator; the answer's body. */
  api<Body = Record<string, unknown>>(path: string, method?: string, body?: unknown): Promise<Body>;
  callOf(callId: string): Promise<ApiCall>;
  /** The leads that a number reaches, oldest first. */
  leadsOf(phone: string): Promise<ApiLead[]>;
  addUser(fields: Partial<NewUser>): Promise<number>;
  stop(): Promise<void>;
};

export type ApiLead = {
  id: number;
  name: string;
  contact_name: string | null;
  phone: string | null;
  phone_sanitized: string | null;
  type: string;
  user_id: number | null;
  team_id: number | null;
  source_name: string | null;
  stage_id: number;
  is_open: boolean;
  call_record_ids: number[];
  call_count: number;
};

export type ApiCall = {
  id: number;
  call_id: string;
  lead_id: number | null;
  user_id: number | null;
  team_id: number | null;
  lead_rule: string;
  user_rule: string;
  assignment: { rule: string; said: string; user_id?: number; among?: number[] }[];
} & Record<string, unknown>;

/** The fact sheet's moment: half an hour after its sample call. */
export const NOW = new Date('2026-09-21T06:30:00Z');

export async function startService(
  given: {
    environment?: Record<string, string>;
    database?: TestDatabase;
    /** How the service reaches the database, where that is not how the test does. */
    databaseUrl?: string;
    clock?: TestClock;
  } = {},
): Promise<TestService> {
  const database = given.database ?? (await createTestDatabase());
  const clock = given.clock ?? createTestClock();
  const settings = readSettings({
    PORT: '0',
    DATABASE_URL: given.databaseUrl ?? database.url,
    // Tests reach for nothing outside this machine.
    MCUBE_RECORDING_ONLY_ALLOWED_HOSTS: 'true',
    MCUBE_SECRET_KEY: '7e57'.repeat(16),
    ...given.environment,
  });
  const lines: string[] = [];
  const log = pino(
    { level: 'debug', base: null },
    new Writable({ write: (chunk, _, done) => keep(lines, chunk, done) }),
  );
  const app = await startApp(settings, log, clock);
  running.push(app);
  const url = app.url ?? '';
  const key = await keyOf(database, 'admin');
  const request = (path: string, init?: RequestInit) => send(url + path, init);

  async function api<Body>(path: string, method = 'GET', body?: unknown): Promise<Body> {
    const answer = await request(path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text === '' ? 'null' : answer.text);
  }

  const settled = () => until('no event waits in the inbox', async () => (await measureInbox(database)).waiting === 0);
  const post = (body: unknown, contentType = 'application/json') =>
    request('/mcube/webhook', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });

  return {
    url,
    database,
    clock,
    log: () => lines.join(''),
    request,
    post,
    async tell(...events) {
      for (const event of events) expect(await post(event)).toMatchObject({ status: 202 });
      await settled();
    },
    settled,
    api,
    async callOf(callId) {
      const { data } = await api<{ data: ApiCall[] }>(`/api/call-records?call_id=${encodeURIComponent(callId)}`);
      const [call] = data;
      if (call === undefined || data.length > 1) throw new Error(`${data.length} records of call ${callId}`);
      // How its recording stands changes by itself, when a worker gets to it.
      const { recording_state: _state, recording_reason: _reason, recording_reason_sentences: _said, ...told } = call;
      return told;
    },
    async leadsOf(phone) {
      return (await api<{ data: ApiLead[] }>(`/api/leads?phone=${encodeURIComponent(phone)}&sort=id`)).data;
    },
    addUser: (fields) => addUser(database, settings, fields),
    stop: () => app.stop(),
  };
}

export function createTestClock(start = NOW): TestClock {
  let offset = start.getTime() - performance.now();
  return {
    now: () => new Date(performance.now() + offset),
    turn(seconds) {
      offset += seconds * 1000;
    },
  };
}

/** Waits for a condition, looking again and again; the bound only ends a test that would never end. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, seconds = 25): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`In ${seconds} seconds it did not come true that ${what}.`);
    await sleep(15);
  }
}

const running: RunningApp[] = [];
afterAll(async () => {
  for (const app of running) await app.stop();
});

function keep(lines: string[], chunk: Buffer, done: () => void): void {
  lines.push(chunk.toString());
  done();
}

async function send(url: string, init?: RequestInit): Promise<Reply> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
  const body: unknown = json && text !== '' ? JSON.parse(text) : text;
  return { status: answer.status, headers: answer.headers, text, body };
}

async function keyOf({ kysely }: TestDatabase, login: string): Promise<string> {
  const { id } = await kysely.selectFrom('res_users').select('id').where('login', '=', login).executeTakeFirstOrThrow();
  const made = kysely
    .transaction()
    .execute((tx) => insertApiKey(tx, { user_id: id, name: 'test', expiration_date: null }));
  return (await made).key;
}

let added = 0;

async function addUser(
  database: TestDatabase,
  settings: Parameters<typeof createUser>[0]['settings'],
  fields: Partial<NewUser>,
): Promise<number> {
  added += 1;
  const login = fields.login ?? `agent${added}`;
  const groups: Group[] = ['base.group_user'];
  return createUser({ database, settings }, { groups, name: login, ...fields, login });
}
