import type { Readable } from 'node:stream';
import type { Settings } from '../../kernel/settings.ts';
import { createFolderStore } from './folder-store.ts';
import { createS3Store } from './s3-store.ts';

/** Where recordings are kept. Names are ours: digits, letters, dots, dashes and slashes. */
export type RecordingStore = {
  /** Where that is, for people. */
  readonly place: string;
  /** Keeps the file at the path under the name; afterwards all of it is there, or none. The file may be moved away. */
  put(name: string, path: string, contentType: string): Promise<void>;
  /** The bytes from start to end, both included; undefined when there is no such file. */
  read(name: string, range: { start: number; end: number }): Promise<Readable | undefined>;
  /** It is no error when there is none. */
  erase(name: string): Promise<void>;
};

export type StoreSettings = Pick<
  Settings,
  'dataDir' | 'recordingStore' | 's3Bucket' | 's3Region' | 's3AccessKeyId' | 's3SecretAccessKey'
>;

/** The store that the settings name: a bucket, or the folder. */
export function openRecordingStore(settings: StoreSettings): RecordingStore {
  return settings.recordingStore === null
    ? createFolderStore(settings.dataDir)
    : createS3Store({ ...settings, recordingStore: settings.recordingStore });
}
