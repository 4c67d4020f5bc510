import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type TestService, until } from '../../support/service.ts';
import { ADMIN, type TestOdoo } from './odoo.ts';

export type OdooStatus = {
  connection: { state: string; reason: string | null; fix: string | null; retry_at: string | null } | null;
  queue: { waiting: number; failed: number };
  following: { last_read_date: string } | null;
};

/** The service, connected with an Odoo as its administrator unless said otherwise. */
export async function startConnected(
  odoo: TestOdoo,
  given: Parameters<typeof startService>[0] & { login?: string; key?: string } = {},
): Promise<TestService> {
  const { login = ADMIN.login, key = odoo.adminKey, ...options } = given;
  const service = await startService(options);
  await connect(service, odoo, { login, key });
  return service;
}

export async function connect(
  { api }: TestService,
  { url, db }: Pick<TestOdoo, 'url' | 'db'>,
  { login, key }: { login: string; key: string },
): Promise<void> {
  await api('/api/odoo', 'PUT', { url, db, login, key });
}

/** Waits until nothing waits to go to Odoo; what hinders is told. */
export async function delivered({ api, database }: TestService, seconds = 120): Promise<void> {
  const isDone = async () => {
    // Whoever asks all the time takes the processor from those who work.
    await sleep(200);
    return (await api<OdooStatus>('/api/odoo')).queue.waiting === 0;
  };
  await until('nothing waits for Odoo', isDone, seconds).catch(async (error: unknown) => {
    const waiting = database.kysely.selectFrom('odoo_delivery').selectAll().where('state', '=', 'waiting').limit(5);
    const told = { ...(await api<OdooStatus>('/api/odoo')), waiting: await waiting.execute() };
    throw new Error(`${String(error)} ${JSON.stringify(told)}`);
  });
}
