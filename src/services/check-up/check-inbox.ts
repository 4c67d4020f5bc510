import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { measureInbox } from '../../models/inbox-depth.ts';
import { countRefusals } from '../../models/webhook-refusal.ts';
import { type Finding, failure, MCUBE, ok, warning } from './finding.ts';

/** Is what arrives also processed. */
export async function checkInbox(database: Database, clock: Clock): Promise<Finding[]> {
  const { waiting, failed, oldest } = await measureInbox(database);
  const minutes = oldest === null ? 0 : (clock.now().getTime() - oldest.getTime()) / 60_000;
  const yesterday = new Date(clock.now().getTime() - 86_400_000);
  return [checkWaiting(waiting, minutes), checkFailed(failed), checkRefused(await countRefusals(database, yesterday))];
}

function checkWaiting(waiting: number, minutes: number): Finding {
  const check = 'inbox';
  if (waiting === 0) return ok(check, 'Nothing waits: every event is processed.');
  const says = `${events(waiting)} ${waiting === 1 ? 'waits' : 'wait'}, the oldest for ${minutes.toFixed(0)} minutes.`;
  const fix = `Start a worker (${MCUBE} serve --roles worker); if one runs, look into its log for the error it meets.`;
  // All attempts at an event that fails take some thirteen minutes (services/work-inbox.ts).
  if (minutes > 15) return failure(check, says, fix);
  return minutes > 1 ? warning(check, says, fix) : ok(check, says);
}

function checkFailed(failed: number): Finding {
  if (failed === 0) return ok('failed events', 'None.');
  return failure(
    'failed events',
    `${events(failed)} could not be processed.`,
    `See why: ${MCUBE} events list --state failed. When the cause is gone: ${MCUBE} events replay --state failed`,
  );
}

/** They are no loss of ours, but perhaps of calls: somebody sends what cannot be one. */
function checkRefused(refused: number): Finding {
  const check = 'refused requests';
  if (refused === 0) return ok(check, 'None since yesterday.');
  const says = `${refused === 1 ? '1 request' : `${refused} requests or more`} could not be a call since yesterday.`;
  return warning(check, says, `See what came, and why: ${MCUBE} events list --state refused. Correct what is sent.`);
}

function events(count: number): string {
  return count === 1 ? '1 event' : `${count} events`;
}
