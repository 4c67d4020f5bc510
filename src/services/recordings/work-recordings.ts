import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import { say } from '../../kernel/sentences.ts';
import { forgetRecording, settleRecording, type TakenRecording, takeRecordings } from '../../models/recording.ts';
import { type Fetched, type FetchParts, fetchRecording } from './fetch-recording.ts';
import { retryAfter } from './retry-after.ts';

export type RecordingResult = 'stored' | 'later' | 'given_up' | 'erased';

export type RecordingParts = FetchParts & {
  database: Database;
  clock: Clock;
  log: Log;
  onResult(result: RecordingResult): void;
};

export type RecordingWorker = {
  /** Takes at most so many recordings that are due. */
  take(limit: number): Promise<TakenRecording[]>;
  /** Fetches a recording that was taken, or erases it. When told to stop it gives the recording back. */
  work(taken: TakenRecording, stopped: AbortSignal): Promise<void>;
};

/** Longer than a download and its upload may take: whoever holds a recording longer than that is dead. */
const LEASE_SECONDS = 900;

export function createRecordingWorker(parts: RecordingParts): RecordingWorker {
  const { database, clock, log, store } = parts;

  async function keep(taken: TakenRecording, { stored, reason }: Fetched & { kind: 'stored' }): Promise<void> {
    const stored_date = clock.now();
    const ours = await settleRecording(database, taken, {
      state: 'ready',
      reason,
      next_attempt_at: null,
      ...stored,
      stored_date,
    });
    // What this one replaces, or, when somebody else has settled the recording meanwhile, what we stored in vain.
    const useless = ours ? taken.file : stored.file;
    if (useless !== null && useless !== (await fileOf(taken))) await store.erase(useless);
  }

  async function fileOf({ call_record_id }: TakenRecording): Promise<string | null | undefined> {
    const row = database.kysely.selectFrom('recording').select('file').where('call_record_id', '=', call_record_id);
    return (await row.executeTakeFirst())?.file;
  }

  async function tryLater(taken: TakenRecording, reason: string): Promise<void> {
    const wait = retryAfter(taken.attempts);
    if (wait === undefined) return await giveUp(taken, 'failed', `${say('not_within_days')} ${reason}`);
    await settleRecording(database, taken, { reason, next_attempt_at: new Date(clock.now().getTime() + wait * 1000) });
    parts.onResult('later');
  }

  async function giveUp(taken: TakenRecording, state: 'failed' | 'expired', reason: string): Promise<void> {
    await settleRecording(database, taken, { state, reason, next_attempt_at: null });
    log.warn({ call_record_id: taken.call_record_id, reason }, 'A recording cannot be fetched');
    parts.onResult('given_up');
  }

  async function erase(taken: TakenRecording): Promise<void> {
    if (taken.file !== null) await store.erase(taken.file);
    if (taken.state === 'deleted') await forgetRecording(database, taken);
    else await settleRecording(database, taken, { file: null, next_attempt_at: null });
    parts.onResult('erased');
  }

  async function fetch(taken: TakenRecording, stopped: AbortSignal): Promise<void> {
    const fetched = await fetchRecording(parts, taken, stopped);
    if (fetched.kind === 'later') return await tryLater(taken, fetched.reason);
    if (fetched.kind === 'given_up') return await giveUp(taken, fetched.state, fetched.reason);
    await keep(taken, fetched);
    parts.onResult('stored');
  }

  return {
    take: (limit) => takeRecordings(database, clock.now(), LEASE_SECONDS, limit),
    async work(taken, stopped) {
      try {
        await (taken.state === 'fetching' ? fetch(taken, stopped) : erase(taken));
      } catch (error) {
        const { call_record_id, attempts } = taken;
        if (stopped.aborted) {
          await settleRecording(database, taken, { attempts: attempts - 1, next_attempt_at: clock.now() });
          return;
        }
        log.error({ err: error, call_record_id }, 'A recording could not be stored, or erased');
        if (taken.state === 'fetching') await tryLater(taken, say('not_stored', { place: store.place }));
      }
    },
  };
}
