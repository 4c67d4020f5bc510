import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { say } from '../kernel/sentences.ts';
import type { Settings } from '../kernel/settings.ts';
import { takeExpiredCalls } from '../models/call-record.ts';
import { recountCalls } from '../models/call-rollup.ts';
import { forgetOldDeletions } from '../models/deleted-call.ts';
import { announce, forgetChanges } from '../models/live-change.ts';
import { forgetCallRequests } from '../models/odoo-call-request.ts';
import { expireRecordings } from '../models/recording.ts';
import { forgetRefusals } from '../models/webhook-refusal.ts';
import { keepMissedCalls, type QueueSettings } from './calls/keep-missed-calls.ts';

const BATCH = 5_000;
const DAY_MS = 86_400_000;

/** Live clients that were away longer than this read everything anew. */
const LIVE_CHANGE_MS = DAY_MS;

/** Long enough for whoever connects MCUBE, and they may hold people's numbers. */
const REFUSAL_DAYS = 30;

/** They are answered within seconds; the rest is for whoever wonders the next day. */
const CALL_REQUEST_MS = 30 * DAY_MS;

/**
 * Deletes what is older than it is to be kept, in short transactions: call records (the rollups follow, so that every
 * figure still equals its rows), settled events, changes, ended sessions. Failed events stay: somebody must look at them.
 */
export async function deleteExpired(
  database: Database,
  settings: QueueSettings & Pick<Settings, 'callRetentionDays' | 'eventRetentionDays' | 'recordingRetentionDays'>,
  now: Date,
): Promise<{ calls: number; events: number; recordings: number }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const calls =
    settings.callRetentionDays === 0
      ? 0
      : await inBatches(() => deleteCalls(database, before(settings.callRetentionDays), settings, now));
  const events = await inBatches(() => deleteEvents(database, before(settings.eventRetentionDays)));
  await database.kysely.transaction().execute((tx) => forgetChanges(tx, new Date(now.getTime() - LIVE_CHANGE_MS)));
  await database.kysely.transaction().execute((tx) => forgetOldDeletions(tx, before(settings.eventRetentionDays)));
  await forgetRefusals(database, before(Math.min(REFUSAL_DAYS, settings.eventRetentionDays)));
  await forgetCallRequests(database, new Date(now.getTime() - CALL_REQUEST_MS));
  await database.kysely.deleteFrom('res_session').where('expires_at', '<', now).execute();
  const recordings =
    settings.recordingRetentionDays === 0
      ? 0
      : await inBatches(() => giveUpRecordings(database, settings.recordingRetentionDays, now));
  return { calls, events, recordings };
}

async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  for (let deleted = 0; ; ) {
    const some = await deleteSome();
    deleted += some;
    if (some < BATCH) return deleted;
  }
}

async function deleteCalls(database: Database, before: Date, settings: QueueSettings, now: Date): Promise<number> {
  return await database.kysely.transaction().execute(async (tx) => {
    const gone = await takeExpiredCalls(tx, before, BATCH);
    const changes = gone.map((record) => ({ before: record, after: undefined }));
    const queue = await keepMissedCalls(tx, changes, settings, now);
    await announce(tx, [{ model: 'mcube.missed.call', ids: queue.changed }]);
    await recountCalls(tx, changes, settings.timeZone);
    return gone.length;
  });
}

/** The files are erased by whoever works recordings. */
async function giveUpRecordings(database: Database, days: number, now: Date): Promise<number> {
  const reason = say('copy_deleted', { days });
  return await database.kysely.transaction().execute(async (tx) => {
    const ids = await expireRecordings(tx, new Date(now.getTime() - days * DAY_MS), reason, BATCH);
    await announce(tx, [{ model: 'mcube.call.record', ids }]);
    return ids.length;
  });
}

/** A journal row goes with its events; while one of them has failed or waits, all of it stays. */
async function deleteEvents(database: Database, before: Date): Promise<number> {
  return await database.kysely.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number }>`
      delete from webhook_journal where id in
        (select journal.id from webhook_journal journal
         where journal.processed and journal.received_at < ${before} and not exists
           (select from webhook_event event where event.id between journal.id * 1000 and journal.id * 1000 + 999
            and event.state in ('failed', 'received'))
         order by journal.id limit ${BATCH} for update skip locked)
      returning id`.execute(tx);
    await sql`
      delete from webhook_event event using unnest(${rows.map(({ id }) => id)}::bigint[]) as gone (id)
      where event.id between gone.id * 1000 and gone.id * 1000 + 999`.execute(tx);
    return rows.length;
  });
}
