import { afterAll } from 'vitest';
import type { Group } from '../../src/db/tables.ts';
import type { App, ServerParts } from '../../src/http/parts.ts';
import { createServer } from '../../src/http/server.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { createMetrics } from '../../src/kernel/metrics.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { insertApiKey } from '../../src/models/api-key.ts';
import { createServiceKey } from '../../src/security/service-key.ts';
import { createUser, type NewUser } from '../../src/services/create-user.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export type Answer<Body> = { status: number; headers: Headers; body: Body };
export type List<Row> = { data: Row[]; total: number; total_is_estimate?: boolean };

/** Somebody who talks to the server over HTTP. */
export type Client = {
  get<Body = unknown>(path: string): Promise<Answer<Body>>;
  send<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
};

export type TestServer = {
  readonly app: App;
  readonly url: string;
  readonly database: TestDatabase;
  readonly parts: ServerParts;
  /** A client that sends these headers with every request. */
  client(headers?: Record<string, string>): Client;
  /** A new user of these groups, and a client with an API key of theirs. */
  user(groups: Group[], fields?: Partial<NewUser>): Promise<TestUser>;
  close(): Promise<void>;
};

export type TestUser = Client & { id: number; login: string; key: string };

/** The server of the service itself, listening on a free port; closed when the test file ends. */
export async function startTestServer(
  given: Partial<ServerParts & { database: TestDatabase }> = {},
): Promise<TestServer> {
  const settings = given.settings ?? readSettings({ LOG_LEVEL: 'error' });
  const database = given.database ?? (await createTestDatabase());
  const parts = {
    clock: systemClock,
    log: createLog(settings, false),
    metrics: createMetrics(),
    serviceKey: createServiceKey(Buffer.alloc(32, 'test key')),
    ...given,
    settings,
    database,
  };
  const app = createServer(parts);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  servers.push(app);
  const client = (headers: Record<string, string> = {}) => createClient(url, headers);
  return {
    app,
    url,
    database,
    parts,
    client,
    user: (groups, fields) => addUser(parts, client, groups, fields),
    close: () => app.close(),
  };
}

const servers: App[] = [];
afterAll(async () => {
  for (const app of servers) await app.close();
});

function createClient(url: string, headers: Record<string, string>): Client {
  const send = async <Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(url + path, { method, headers: { ...type, ...headers }, ...json });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
  return { get: (path) => send('GET', path), send };
}

let added = 0;

async function addUser(
  parts: ServerParts,
  client: TestServer['client'],
  groups: Group[],
  fields: Partial<NewUser> = {},
): Promise<TestUser> {
  added += 1;
  const login = fields.login ?? `user${added}`;
  const id = await createUser(parts, { name: login, ...fields, login, groups });
  const { key } = await parts.database.kysely
    .transaction()
    .execute((tx) => insertApiKey(tx, { user_id: id, name: 'test', expiration_date: null }));
  return { id, login, key, ...client({ authorization: `Bearer ${key}` }) };
}
