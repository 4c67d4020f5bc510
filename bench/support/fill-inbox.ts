import type { Database } from '../../src/db/database.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { createFlushLane } from '../../src/services/flush-lane.ts';
import { createReceiver } from '../../src/services/receive-webhook.ts';
import type { Numbering } from '../load/call-numbers.ts';
import { createBodyTemplate } from '../load/request-template.ts';

/** Events of one commit: about what 64 connections put into one. */
const EVENTS_A_COMMIT = 50;

/** Accepts calls as the webhook does, commit after commit, and returns how many were accepted. */
export async function fillInbox(database: Database, numbersOf: Numbering, first: number, count: number) {
  const settings = readSettings({});
  const log = createLog({ logLevel: 'warn', logFormat: 'json' }, false);
  const lane = createFlushLane(database, systemClock, log, () => undefined);
  const receive = createReceiver(lane, settings, systemClock);
  const template = createBodyTemplate('cloud', numbersOf);
  let accepted = 0;
  for (let begun = 0; begun < count; begun += EVENTS_A_COMMIT) {
    const calls = Array.from({ length: Math.min(EVENTS_A_COMMIT, count - begun) }, (_, place) =>
      template.fill(first + begun + place).toString('latin1'),
    );
    const body = Buffer.from(`[${calls.join(',')}]`, 'latin1');
    const receipt = await receive({ body, contentType: 'application/json', query: '' });
    if (receipt.kind === 'accepted') accepted += receipt.events;
  }
  await lane.close();
  return accepted;
}
