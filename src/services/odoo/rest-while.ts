import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import { findOdooConnection, pauseOdooConnection } from '../../models/odoo-connection.ts';
import type { OdooAddress } from '../../odoo/transport/transport.ts';
import { ODOO_CHANNEL, tellOfEvents } from '../inbox-signal.ts';

/**
 * Pauses the sync with this Odoo while something is done to it. One that serves all its users from a single process, as 14
 * does unless told otherwise, rebuilds its models in the middle of an installation: a question asked meanwhile makes that fail.
 * Killed in between the sync stays paused, which its page says.
 */
export async function restWhile<Result>(
  database: Database,
  { url, db }: Pick<OdooAddress, 'url' | 'db'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const connection = await findOdooConnection(database);
  const isOurs = connection?.url === url.replace(/\/+$/, '') && connection.db === db;
  if (!isOurs || connection.paused) return await work();
  await pause(database, true);
  try {
    await sleep(ROUND_MS);
    return await work();
  } finally {
    await pause(database, false);
    tellOfEvents(database, ODOO_CHANNEL)();
  }
}

/** What is under way ends by itself; a usual round takes half a second. */
const ROUND_MS = 3_000;

async function pause({ kysely }: Database, paused: boolean): Promise<void> {
  await kysely.transaction().execute((tx) => pauseOdooConnection(tx, paused));
}
