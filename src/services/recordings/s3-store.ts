import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { S3mini } from 's3mini';
import type { RecordingStore, StoreSettings } from './recording-store.ts';

/** Recordings as objects of a bucket, on any server that speaks S3. */
export function createS3Store(settings: StoreSettings & { recordingStore: string }): RecordingStore {
  const endpoint = `${settings.recordingStore.replace(/\/+$/, '')}/${settings.s3Bucket}`;
  const bucket = new S3mini({
    endpoint,
    region: settings.s3Region,
    accessKeyId: settings.s3AccessKeyId,
    secretAccessKey: settings.s3SecretAccessKey,
  });
  return {
    place: endpoint,
    async put(name, path, contentType) {
      // Read from the disk as it is sent: a recording need not fit into memory.
      await bucket.putObject(name, await openAsBlob(path), contentType);
    },
    async read(name, { start, end }) {
      // The library's range ends before its last number.
      const answer = await bucket.getObjectRaw(name, false, start, end + 1).catch(ifMissing);
      if (answer?.body == null) return undefined;
      return Readable.fromWeb(answer.body);
    },
    async erase(name) {
      await bucket.deleteObject(name).catch(ifMissing);
    },
  };
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'status' in error && error.status === 404) return undefined;
  throw error;
}
