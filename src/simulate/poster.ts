import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { EncodedEvent } from './encode-event.ts';

/** Posts to one address over a bounded number of kept-alive connections. */
export type Poster = {
  post(event: EncodedEvent): Promise<Answer>;
  close(): void;
};

/** The service's answer, or why there was none. */
export type Answer = { kind: 'status'; status: number; retryAfter: number | null } | { kind: 'failure'; code: string };

export function createPoster(url: URL, connections: number): Poster {
  const secure = url.protocol === 'https:';
  const options = { keepAlive: true, maxSockets: connections };
  const agent = secure ? new SecureAgent(options) : new PlainAgent(options);
  const request = secure ? secureRequest : plainRequest;
  return {
    close: () => agent.destroy(),
    post: ({ contentType, body }) =>
      new Promise((resolve) => {
        const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
        const sent = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (response) => {
          const retryAfter = Number(response.headers['retry-after'] ?? Number.NaN);
          const status = response.statusCode ?? 0;
          response
            .resume()
            .on('end', () =>
              resolve({ kind: 'status', status, retryAfter: Number.isFinite(retryAfter) ? retryAfter : null }),
            )
            .on('error', (error) => resolve(failure(error)));
        });
        sent.on('timeout', () => sent.destroy(new Error('timeout'))).on('error', (error) => resolve(failure(error)));
        sent.end(body);
      }),
  };
}

/** MCUBE waits about so long for an answer. */
const TIMEOUT_MS = 15_000;

function failure(error: Error): Answer {
  return { kind: 'failure', code: 'code' in error ? String(error.code) : error.message };
}
