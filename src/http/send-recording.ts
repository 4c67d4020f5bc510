import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { loseRecording } from '../models/recording.ts';
import { addListen, type Listener } from '../models/recording-listen.ts';
import type { Recording } from '../services/recordings/find-recording.ts';
import type { RecordingStore } from '../services/recordings/recording-store.ts';
import type { ServerParts } from './parts.ts';

type Parts = Pick<ServerParts, 'database' | 'clock'> & { store: RecordingStore };

/** Answers with a recording, or the part of it that a player asks for, and notes who begins to listen. */
export async function sendRecording(
  { database, clock, store }: Parts,
  request: FastifyRequest<{ Querystring: { download?: string } }>,
  reply: FastifyReply,
  recording: Recording,
  listener: Listener,
): Promise<FastifyReply> {
  const { file, content_type, bytes, sha256, call_record_id } = recording;
  if (recording.state !== 'ready' || file === null || content_type === null || bytes === null || sha256 === null)
    throw new RequestError('not_found', absence(recording));
  const etag = `"${sha256.toString('hex').slice(0, 32)}"`;
  const extension = file.slice(file.lastIndexOf('.'));
  const disposition = request.query.download === undefined ? 'inline' : 'attachment';
  reply.headers({
    'accept-ranges': 'bytes',
    // Only the listener's own browser keeps it, and asks each time whether it still may play it.
    'cache-control': 'private, no-cache',
    'content-disposition': `${disposition}; filename="call-${call_record_id}${extension}"`,
    etag,
  });
  const range = rangeOf(request, bytes, etag);
  if (range === 'outside') {
    reply.header('content-range', `bytes */${bytes}`);
    throw new RequestError('out_of_range', say('recording_bytes', { bytes }));
  }
  const [start, end] = range === 'all' ? [0, bytes - 1] : [range.start, range.end];
  if (start === 0 && request.method === 'GET') await addListen(database, call_record_id, listener, clock.now());
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  // An empty body would take the place of the length that a HEAD tells; a stream leaves it alone.
  const sound = request.method === 'HEAD' ? Readable.from([]) : await store.read(file, { start, end });
  if (sound === undefined) {
    await loseRecording(database, call_record_id);
    throw new RequestError('not_found', say('recording_lost'));
  }
  reply.type(content_type).header('content-length', end - start + 1);
  if (range !== 'all') reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes}`);
  return reply.send(sound);
}

/** One range is answered; several at once are a right of the client, not a duty of ours. */
function rangeOf(
  request: FastifyRequest,
  bytes: number,
  etag: string,
): 'all' | 'outside' | { start: number; end: number } {
  const { range, 'if-range': onlyIf } = request.headers;
  if (range === undefined || (onlyIf !== undefined && onlyIf !== etag)) return 'all';
  const ranges = parseRange(bytes, range);
  if (ranges === -1) return 'outside';
  if (ranges === -2 || ranges.type !== 'bytes') return 'all';
  const [one, ...others] = ranges;
  return one === undefined || others.length > 0 ? 'all' : one;
}

function absence({ state, reason }: Recording): string {
  if (state === 'none') return say('no_recording');
  const said =
    state === 'fetching'
      ? say('recording_not_here')
      : state === 'expired'
        ? say('recording_gone')
        : say('recording_not_fetched');
  return reason === null ? said : `${said} ${reason}`;
}
