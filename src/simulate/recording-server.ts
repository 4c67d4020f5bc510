import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../kernel/clock.ts';
import { byteRange } from './byte-range.ts';
import { hashOf, wavOf } from './wav.ts';

/** Serves a recording for every call id at /<callid>.wav, as MCUBE's storage does: public, seekable, and some of them late. */
export async function serveRecordings({ port, clock }: { port: number; clock: Clock }): Promise<RecordingServer> {
  const firstAsked = new Map<string, number>();
  const server = createServer((request, response) => {
    const name = /^\/([\w.-]+)\.wav$/.exec(request.url?.split('?')[0] ?? '')?.[1];
    if (name === undefined || isLate(name, clock, firstAsked)) return void response.writeHead(404).end();
    answer(request, response, wavOf(name));
  });
  await listen(server, port).catch((error: unknown) => {
    // The links of an earlier run then lead to whoever has that port; those of this run still work.
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return listen(server, 0);
    throw error;
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type RecordingServer = { url: string; close(): Promise<void> };

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}

const LATE_MS = 30_000;

/** One recording in ten is not there for half a minute after it is first asked for. */
function isLate(name: string, clock: Clock, firstAsked: Map<string, number>): boolean {
  if (hashOf(name) % 10 !== 0) return false;
  const now = clock.now().getTime();
  const first = firstAsked.get(name) ?? now;
  firstAsked.set(name, first);
  return now - first < LATE_MS;
}

function answer(request: IncomingMessage, response: ServerResponse, file: Buffer): void {
  const range = byteRange(request.headers.range, file.length);
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' };
  if (range.kind === 'outside') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.length}` }).end();
    return;
  }
  const body = range.kind === 'part' ? file.subarray(range.start, range.end + 1) : file;
  const place = range.kind === 'part' ? { 'content-range': `bytes ${range.start}-${range.end}/${file.length}` } : {};
  response.writeHead(range.kind === 'part' ? 206 : 200, { ...headers, ...place, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
