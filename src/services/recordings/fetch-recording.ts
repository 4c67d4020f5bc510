import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../../kernel/sentences.ts';
import type { StoredFile, TakenRecording } from '../../models/recording.ts';
import type { Download } from './download.ts';
import { recogniseSound } from './recognise-sound.ts';
import type { RecordingStore } from './recording-store.ts';

export type Fetched =
  | { kind: 'stored'; stored: StoredFile; reason: string | null }
  | { kind: 'later'; reason: string }
  | { kind: 'given_up'; state: 'failed' | 'expired'; reason: string };

export type FetchParts = {
  store: RecordingStore;
  download: Download;
  /** A folder for files on their way, on the disk of the store where that is a folder too. */
  draftFolder: string;
};

/** Fetches a recording, makes sure that it is one, and puts it into the store. */
export async function fetchRecording(
  { store, download, draftFolder }: FetchParts,
  taken: TakenRecording,
  stopped: AbortSignal,
): Promise<Fetched> {
  const { recording_url, call_date, call_record_id } = taken;
  if (recording_url === null || call_date === null)
    return { kind: 'given_up', state: 'failed', reason: say('recording_any_more') };
  await mkdir(draftFolder, { recursive: true, mode: 0o700 });
  const path = join(draftFolder, `${call_record_id}-${randomBytes(6).toString('hex')}`);
  try {
    const got = await download(recording_url, path, stopped);
    if (got.kind === 'absent') return { kind: 'later', reason: got.reason };
    if (got.kind === 'gone') return { kind: 'given_up', state: 'expired', reason: got.reason };
    if (got.kind === 'refused') return { kind: 'given_up', state: 'failed', reason: got.reason };
    const { bytes, sha256 } = got;
    const sound = await recogniseSound(path);
    if (sound === undefined) return { kind: 'later', reason: say('no_sound', { type: nameOf(got.contentType) }) };
    const { contentType: content_type, extension, seconds } = sound;
    const file = fileName(call_record_id, call_date, sha256, extension);
    await store.put(file, path, content_type);
    const stored = { file, content_type, bytes, sha256, seconds };
    return { kind: 'stored', stored, reason: noteOnLength(seconds, taken.duration) };
  } finally {
    await rm(path, { force: true });
  }
}

/** By day and call, for people; with the hash, so that a recording which changes never overwrites one that is being heard. */
export function fileName(call_record_id: number, call_date: Date, sha256: Buffer, extension: string): string {
  const day = call_date.toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/${call_record_id}-${sha256.toString('hex').slice(0, 16)}.${extension}`;
}

function nameOf(contentType: string): string {
  const [type = ''] = contentType.split(';');
  return type.trim() === '' ? 'something of no known type' : type.trim();
}

/** A recording that is much shorter or longer than the talk is worth a look; a ringing tone more or less is not. */
function noteOnLength(seconds: number | null, talked: number | null): string | null {
  if (seconds === null || talked === null || talked === 0) return null;
  if (Math.abs(seconds - talked) <= Math.max(10, talked / 5)) return null;
  return say('length_differs', { seconds: Math.round(seconds), talked });
}
