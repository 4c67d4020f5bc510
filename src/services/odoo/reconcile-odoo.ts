import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import type { Settings } from '../../kernel/settings.ts';
import { OdooError } from '../../odoo/transport/failure.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { followOdoo } from './follow/follow-odoo.ts';
import type { TakenIn } from './follow/take-in-leads.ts';
import { instanceName } from './instance-name.ts';
import type { OdooConnections } from './open-connection.ts';
import { type ReconciledCalls, reconcileCalls } from './reconcile-calls.ts';

type Parts = {
  database: Database;
  settings: Settings;
  clock: Clock;
  serviceKey: ServiceKey;
  connections: OdooConnections;
};

/** What was compared and what is being mended; calls are null where Odoo has no place for them. */
export type Reconciled = { leads: TakenIn; calls: ReconciledCalls | null };

/**
 * Compares everything with Odoo, whatever was said of it before: all of its leads are read again, also those that are gone
 * are looked for, and the calls of the last days are compared one by one. What differs is followed here or delivered again.
 */
export async function reconcileOdoo(parts: Parts, days: number): Promise<Reconciled> {
  const { connections, clock } = parts;
  const link = await connections.open();
  if (link === undefined) throw new RequestError('conflict', say('no_answering_odoo'));
  try {
    const instance = await instanceName(parts.database, parts.serviceKey);
    const leads = await readEverything({ ...parts, ...link, instance });
    const from = new Date(clock.now().getTime() - days * DAY_MS);
    const calls = link.about.callRecords ? await reconcileCalls({ ...parts, transport: link.transport }, from) : null;
    return { leads, calls };
  } catch (error) {
    if (error instanceof OdooError) throw new RequestError('unavailable', error.message);
    throw error;
  }
}

const DAY_MS = 86_400_000;

async function readEverything(parts: Parameters<typeof followOdoo>[0]): Promise<TakenIn> {
  const sum = { made: 0, changed: 0 };
  let begun = false;
  for (let tries = 0; tries < MOST_ROUNDS; tries++) {
    const { state, leads } = await followOdoo(parts, { everything: true, anew: !begun });
    sum.made += leads.made;
    sum.changed += leads.changed;
    if (state === 'through') return sum;
    // Another process has its turn.
    if (state === 'busy') await sleep(BUSY_MS);
    else begun = true;
  }
  throw new RequestError('unavailable', say('reading_takes_long'));
}

/** Of five thousand leads each, or half a second of waiting. */
const MOST_ROUNDS = 400;
const BUSY_MS = 500;
