import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Settings } from '../../kernel/settings.ts';
import { draftFolder } from '../recordings/drafts.ts';
import { openRecordingStore, type RecordingStore } from '../recordings/recording-store.ts';
import { type Finding, failure, ok } from './finding.ts';

/** Whether the store of recordings keeps what it is given: a small file is put there, read and erased. */
export async function checkRecordings(settings: Settings): Promise<Finding> {
  const check = 'recordings';
  const store = openRecordingStore(settings);
  try {
    if (await keepsFiles(store, draftFolder(settings))) return ok(check, `They can be stored in ${store.place}.`);
    return failure(check, `${store.place} does not give back what was stored there.`, FIX);
  } catch (error) {
    return failure(
      check,
      `Nothing can be stored in ${store.place} (${error instanceof Error ? error.message : error}).`,
      FIX,
    );
  }
}

const FIX = 'Correct the settings MCUBE_S3_…, or for the folder its owner and the free space of its disk.';

async function keepsFiles(store: RecordingStore, drafts: string): Promise<boolean> {
  const name = `doctor-${randomBytes(6).toString('hex')}.txt`;
  const draft = join(drafts, name);
  const text = Buffer.from('Written by the doctor, and to be erased at once.');
  await mkdir(drafts, { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, text);
    await store.put(name, draft, 'text/plain');
    const kept = await store.read(name, { start: 0, end: text.length - 1 });
    const same = kept !== undefined && (await buffer(kept)).equals(text);
    await store.erase(name);
    return same;
  } finally {
    await rm(draft, { force: true });
  }
}
