import type { Database } from '../db/database.ts';
import type { Settings } from '../kernel/settings.ts';
import { lockHangingCalls, type StoredCallRecord, updateCallRecords } from '../models/call-record.ts';
import { recountCalls } from '../models/call-rollup.ts';
import { announce } from '../models/live-change.ts';
import { outcomeOf } from '../models/merge-call.ts';
import { awaitRecordings, hasNewRecording } from '../models/recording.ts';
import { keepMissedCalls, type QueueSettings } from './calls/keep-missed-calls.ts';

/** So many at a time: each batch is one short transaction. */
const BATCH = 500;

/**
 * Closes calls whose hang-up never arrived. Should it arrive later all the same, merging opens and ends the call as it
 * really ended. Returns how many were closed.
 */
export async function closeHangingCalls(
  database: Database,
  settings: QueueSettings & Pick<Settings, 'hangingCallMinutes'>,
  now: Date,
): Promise<number> {
  const startedBefore = new Date(now.getTime() - settings.hangingCallMinutes * 60_000);
  let closed = 0;
  for (;;) {
    const batch = await database.kysely.transaction().execute(async (tx) => {
      const hanging = await lockHangingCalls(tx, startedBefore, BATCH);
      const changes = hanging.map((before) => ({ before, after: closedByTheClock(before) }));
      await updateCallRecords(
        tx,
        changes.map(({ after }) => after),
      );
      const queue = await keepMissedCalls(tx, changes, settings, now);
      await recountCalls(tx, changes, settings.timeZone);
      const recorded = changes.filter(({ before, after }) => hasNewRecording(before, after));
      await awaitRecordings(
        tx,
        recorded.map(({ after }) => after.id),
        now,
      );
      await announce(tx, [
        { model: 'mcube.call.record', ids: hanging.map(({ id }) => id) },
        { model: 'mcube.missed.call', ids: queue.changed },
      ]);
      return hanging.length;
    });
    closed += batch;
    if (batch < BATCH) return closed;
  }
}

function closedByTheClock(record: StoredCallRecord): StoredCallRecord {
  return { ...record, outcome: outcomeOf(record, true), timed_out: true, ringing_phone: null };
}
