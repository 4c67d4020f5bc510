import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';
import { draftFolder } from '../services/recordings/drafts.ts';
import { openRecordingStore } from '../services/recordings/recording-store.ts';
import { createRecordingWorker } from '../services/recordings/work-recordings.ts';
import { conversationOf } from '../simulate/conversation.ts';

/** Some of the newest calls of the demo get a sound of their length; the links of the others lead nowhere. How many got one. */
export async function storeDemoRecordings(database: Database, settings: Settings, log: Log): Promise<number> {
  const seconds = await chooseCalls(database);
  let stored = 0;
  const worker = createRecordingWorker({
    database,
    clock: systemClock,
    log,
    store: openRecordingStore(settings),
    draftFolder: draftFolder(settings),
    async download(address, path) {
      const sound = conversationOf(address, seconds.get(address) ?? 10);
      await writeFile(path, sound, { mode: 0o600 });
      const sha256 = createHash('sha256').update(sound).digest();
      return { kind: 'got', bytes: sound.length, sha256, contentType: 'audio/wav' };
    },
    onResult(result) {
      if (result === 'stored') stored += 1;
    },
  });
  const stopped = new AbortController().signal;
  for (const taken of await worker.take(SOUNDS)) await worker.work(taken, stopped);
  return stored;
}

/** Some 7 MB, and a second of work. */
const SOUNDS = 15;

/** The talk time of those that get one, by the address of their recording; the others stop waiting. */
async function chooseCalls({ kysely }: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ recording_url: string; duration: number }>`
    with chosen as (
      select id, recording_url, duration from mcube_call_record
      where recording_url is not null and duration between 8 and 60 order by call_date desc limit ${SOUNDS}),
    others as (
      update recording set state = 'expired', reason = 'The demo has recordings of some of its newest calls only.',
        next_attempt_at = null
      where state = 'fetching' and call_record_id not in (select id from chosen))
    select recording_url, duration from chosen`.execute(kysely);
  return new Map(rows.map(({ recording_url, duration }) => [recording_url, duration]));
}
