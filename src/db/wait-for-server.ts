import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../kernel/log.ts';
import { BadSetting } from '../kernel/setting-parsers.ts';
import { refuseOldServer } from './server-version.ts';

/** Waits until the server of DATABASE_URL answers; what waiting cannot cure is refused at once, in a sentence. */
export async function waitForServer(databaseUrl: string, log: Log, patience = PATIENCE): Promise<void> {
  const where = describe(databaseUrl);
  for (let attempt = 0; ; attempt += 1) {
    const error = await tryServer(databaseUrl);
    if (error === undefined) return;
    const reason = explain(error, where);
    if (reason !== undefined) throw new BadSetting(reason);
    if (attempt * PAUSE >= patience)
      throw new BadSetting(`The PostgreSQL server ${where} of DATABASE_URL does not answer (${nameOf(error)}).`);
    if (attempt % 10 === 0) log.info(`Waiting for the PostgreSQL server ${where} (${nameOf(error)})`);
    await sleep(PAUSE);
  }
}

const PATIENCE = 60_000;
const PAUSE = 500;

/** The address without the password. */
function describe(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new BadSetting('DATABASE_URL must have the form postgres://user:password@host:port/name.');
  return `${url.host}${url.pathname}`;
}

async function tryServer(databaseUrl: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseOldServer(client);
    return undefined;
  } catch (error) {
    if (error instanceof BadSetting || !(error instanceof Error)) throw error;
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The sentence for an error that time does not cure. */
function explain(error: Error, where: string): string | undefined {
  const code = codeOf(error);
  if (code === 'ENOTFOUND') return `DATABASE_URL names a host that does not exist: ${where}.`;
  if (code === '3D000') return `DATABASE_URL names a database that does not exist (${where}): create it first.`;
  if (code?.startsWith('28') || /password must be a string/.test(error.message))
    return `The PostgreSQL server ${where} refuses the user or password of DATABASE_URL (${error.message}).`;
  // 57P: starting or shutting down; 53: too many connections; 08 and names of system errors: no connection yet.
  const passes = code === undefined ? /timeout|terminated/i.test(error.message) : /^(57P|53|08|E[A-Z])/.test(code);
  return passes ? undefined : `DATABASE_URL cannot be used (${where}): ${error.message}.`;
}

function nameOf(error: Error): string {
  return codeOf(error) ?? error.message;
}

/** A host with several addresses fails with one error for each. */
function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  const [first]: unknown[] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? codeOf(first) : undefined;
}
