import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';
import { wavOf } from '../../src/simulate/wav.ts';

/** A server of recordings that behaves as a test wants; gone when the test file ends. */
export type SoundServer = {
  readonly url: string;
  /** As it stands in an address: name and port. */
  readonly host: string;
  /** Every path that was asked for. */
  readonly asked: string[];
  on(path: string, answer: (request: IncomingMessage, response: ServerResponse) => void): void;
};

/** Two seconds of sound; the same name sounds the same. */
export const SOUND = wavOf('test');

export async function startSoundServer(): Promise<SoundServer> {
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers.get(path) ?? ((_request, response) => response.writeHead(404).end());
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://${host}`, host, asked, on: (path, answer) => void answers.set(path, answer) };
}

export function sendSound(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': SOUND.length }).end(SOUND);
}
