import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { Settings } from '../../kernel/settings.ts';
import { createDownload, downloadLimits } from './download.ts';
import { clearDrafts, draftFolder } from './drafts.ts';
import { type RecordingLoop, runRecordingLoop } from './recording-loop.ts';
import { openRecordingStore } from './recording-store.ts';
import { createRecordingWorker, type RecordingResult } from './work-recordings.ts';

type Parts = {
  database: Database;
  settings: Settings;
  clock: Clock;
  log: Log;
  onResult(result: RecordingResult): void;
};

/** Begins to work recordings with the store and the limits of the settings. */
export async function startRecordings(parts: Parts): Promise<RecordingLoop> {
  const { settings, clock, log } = parts;
  const folder = draftFolder(settings);
  await clearDrafts(folder, clock);
  const store = openRecordingStore(settings);
  const download = createDownload(settings, downloadLimits(settings));
  return runRecordingLoop(createRecordingWorker({ ...parts, store, download, draftFolder: folder }), log);
}
