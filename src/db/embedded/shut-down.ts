import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../../kernel/log.ts';
import { isServing } from './postmaster.ts';
import { PRESENCE } from './presence.ts';
import type { RunningServer } from './run-server.ts';

/** Shuts the server down when nobody else uses it, whoever started it. The caller holds the folder's lock. */
export async function shutDownUnlessUsed(
  { pid, presence: { client } }: RunningServer,
  cluster: string,
  log: Log,
): Promise<void> {
  const used = await isUsed(client).catch(() => false);
  if (used) log.info({ pid }, 'PostgreSQL goes on: others use it');
  else if (await isServing(pid, cluster)) await shutDown(pid, cluster, log);
  await client.end().catch(() => undefined);
}

async function isUsed(client: pg.Client): Promise<boolean> {
  // Connections that this process has just closed are still listed for a moment.
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return false;
    if (rows.some(({ name }) => name === PRESENCE)) return true;
    await sleep(20);
  }
  return true;
}

async function shutDown(pid: number, cluster: string, log: Log): Promise<void> {
  // A fast shutdown: sessions are ended, and what was committed is written out.
  process.kill(pid, 'SIGINT');
  for (let waited = 0; await isServing(pid, cluster); waited += 20) {
    if (waited > 0 && waited % 5_000 === 0) log.info(`PostgreSQL is shutting down (${waited / 1000} s)`);
    if (waited > 120_000) return log.warn({ pid }, 'PostgreSQL still shuts down; it is left to finish by itself');
    await sleep(20);
  }
}
