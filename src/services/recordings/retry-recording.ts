import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { announce } from '../../models/live-change.ts';
import { awaitRecordings } from '../../models/recording.ts';
import type { Recording } from './find-recording.ts';

/** Fetches a recording anew, from the first attempt on, because a person asks for it. */
export async function retryRecording(
  { database, clock }: { database: Database; clock: Clock },
  { call_record_id, state, sha256 }: Recording,
): Promise<void> {
  if (state === 'none') throw new RequestError('conflict', say('no_recording'));
  if (state === 'ready') throw new RequestError('conflict', say('recording_here'));
  // It was stored once: its time was over, not its file away.
  if (state === 'expired' && sha256 !== null) throw new RequestError('conflict', say('recording_time_over'));
  await database.kysely.transaction().execute(async (tx) => {
    await awaitRecordings(tx, [call_record_id], clock.now());
    await announce(tx, [{ model: 'mcube.call.record', ids: [call_record_id] }]);
  });
}
