import type { Database } from '../../src/db/database.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { createInboxWorker } from '../../src/services/work-inbox.ts';
import { byAgent } from '../load/call-numbers.ts';
import { fillInbox } from '../support/fill-inbox.ts';
import type { Past } from './fill-database.ts';

export type NewCalls = { accepted: number; perSecond: number };

const UNOBSERVED = { processed: () => undefined, failed: () => undefined };

/** Behind all calls that are there. */
const EPOCH = 1_900_000_000;

/** Accepts and processes calls nobody has seen, most of known customers, and tells how many a second that took. */
export async function addNewCalls(
  database: Database,
  { customers }: Past,
  first: number,
  count: number,
): Promise<NewCalls> {
  const settings = readSettings({});
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  const worker = createInboxWorker(database, settings, systemClock, log, UNOBSERVED);
  const begun = performance.now();
  const accepted = await fillInbox(database, byAgent(customers, EPOCH), first, count);
  while ((await worker.work()).more);
  return { accepted, perSecond: count / ((performance.now() - begun) / 1_000) };
}
