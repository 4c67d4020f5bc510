import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { answerOf } from '../../../src/odoo/transport/failure.ts';
import { openTransport } from '../../../src/odoo/transport/open-transport.ts';
import type { OdooTransport } from '../../../src/odoo/transport/transport.ts';
import { installModule } from '../../../src/services/odoo/install-module.ts';
import { type OdooProcess, startOdooProcess } from '../server/odoo-process.ts';
import { readyDatabase, readyFiles } from '../server/ready-databases.ts';
import type { OdooVersion } from '../server/roots.ts';
import { connect, copyDatabase, filesOf, hasDatabase, type Template } from './database.ts';
import { makeApiKey } from './make-api-key.ts';

/** A real Odoo with CRM and a database of its own. Its company is in India, as our users' are. */
export type TestOdoo = {
  readonly version: OdooVersion;
  readonly url: string;
  readonly db: string;
  /** The way in as the administrator, with an API key. */
  readonly admin: OdooTransport;
  readonly adminKey: string;
  /** As another user. */
  as(login: string, password: string): Promise<OdooTransport>;
  /** Calls a method as the administrator; what fails throws. */
  call(model: string, method: string, named?: Record<string, unknown>, ids?: number[]): Promise<unknown>;
  /** The rows of a search, as the administrator. */
  rows(model: string, domain: unknown[], fields: string[]): Promise<Record<string, unknown>[]>;
  /** A look behind the curtain. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  log(): string;
  /** Ends the server; {@link start} brings it back on the same port, its data as it was. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  start(): Promise<void>;
};

export const ADMIN = { login: 'admin', password: 'admin' };

/** Starts an Odoo with nothing but CRM in it; it ends with the test file. */
export async function startOdoo(version: OdooVersion): Promise<TestOdoo> {
  const database = readyDatabase(version);
  const odoo = await startCopy(version, { database, files: readyFiles(inject('odooFolder'), version) });
  const [india] = await odoo.rows('res.country', [['code', '=', 'IN']], ['id']);
  await odoo.call('res.company', 'write', { vals: { country_id: india?.id } }, [1]);
  return odoo;
}

/** Starts an Odoo in which our module is installed; that is done once a run. */
export async function startOdooWithModule(version: OdooVersion): Promise<TestOdoo> {
  const database = `odoo_${version}_with_module`;
  const folder = join(inject('odooFolder'), database);
  if (!(await hasDatabase(database))) {
    const odoo = await startOdoo(version);
    await installModule(
      { transport: odoo.admin, version: { series: `${version}.0`, major: version } },
      () => undefined,
    );
    await odoo.end();
    const files = filesOf(join(inject('odooFolder'), odoo.db), odoo.db);
    await copyDatabase({ database: odoo.db, files }, database, folder);
  }
  return startCopy(version, { database, files: filesOf(folder, database) });
}

async function startCopy(version: OdooVersion, template: Template): Promise<TestOdoo> {
  counter += 1;
  const db = `odoo_${version}_${process.pid}_${counter}`;
  const folder = join(inject('odooFolder'), db);
  const databaseUrl = inject('odooPostgresUrl');
  await copyDatabase(template, db, folder);
  const parts = { version, database: db, databaseUrl, folder };
  let server: OdooProcess = await startOdooProcess(parts);
  running.push(() => server.end('SIGKILL'));
  const { url } = server;
  const port = Number(new URL(url).port);
  const as = async (login: string, password: string) => {
    const key = await makeApiKey({ url, db, login, password });
    return answerOf(await openTransport({ url, db, login, key })).transport;
  };
  const adminKey = await makeApiKey({ url, db, ...ADMIN });
  const { transport: admin } = answerOf(await openTransport({ url, db, login: ADMIN.login, key: adminKey }));
  const odoo: TestOdoo = {
    version,
    url,
    db,
    admin,
    adminKey,
    as,
    call: async (model, method, named = {}, ids) =>
      answerOf(await admin.call({ model, method, named, ...(ids && { ids }), timeoutMs: 180_000 })),
    rows: async (model, domain, fields) => readRows(await odoo.call(model, 'search_read', { domain, fields })),
    sql: async (text, values) => {
      const client = await connect(db);
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    log: () => server.log(),
    end: (signal) => server.end(signal),
    start: async () => {
      server = await startOdooProcess({ ...parts, port });
    },
  };
  return odoo;
}

/** The rows that a search answers with. */
export function readRows(answer: unknown): Record<string, unknown>[] {
  if (!Array.isArray(answer)) throw new Error(`These are no rows: ${JSON.stringify(answer)}`);
  return answer.map((row) => ({ ...row }));
}

let counter = 0;
const running: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of running) await end().catch(() => undefined);
});
