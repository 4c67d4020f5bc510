import type { Database } from '../db/database.ts';
import type { Settings } from '../kernel/settings.ts';
import { lockHangingCalls, updateCallRecords } from '../models/call-record.ts';
import { recountCalls } from '../models/call-rollup.ts';
import { announce } from '../models/live-change.ts';
import { outcomeOf } from '../models/merge-call.ts';
import { awaitRecordings, hasNewRecording } from '../models/recording.ts';

/** So many at a time: each batch is one short transaction. */
const BATCH = 500;

/**
 * Closes calls whose hang-up never arrived. Should it arrive later all the same, merging opens and ends the call as it
 * really ended. Returns how many were closed.
 */
export async function closeHangingCalls(
  database: Database,
  settings: Pick<Settings, 'hangingCallMinutes' | 'timeZone'>,
  now: Date,
): Promise<number> {
  const startedBefore = new Date(now.getTime() - settings.hangingCallMinutes * 60_000);
  let closed = 0;
  for (;;) {
    const batch = await database.kysely.transaction().execute(async (tx) => {
      const hanging = await lockHangingCalls(tx, startedBefore, BATCH);
      const after = hanging.map((record) => ({ ...record, outcome: outcomeOf(record, true), timed_out: true }));
      await updateCallRecords(tx, after);
      await recountCalls(
        tx,
        hanging.map((before, place) => ({ before, after: after[place] })),
        settings.timeZone,
      );
      const recorded = hanging.filter((before, place) => hasNewRecording(before, after[place] ?? before));
      await awaitRecordings(
        tx,
        recorded.map(({ id }) => id),
        now,
      );
      await announce(tx, [{ model: 'mcube.call.record', ids: after.map(({ id }) => id) }]);
      return hanging.length;
    });
    closed += batch;
    if (batch < BATCH) return closed;
  }
}
