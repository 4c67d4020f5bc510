import { createApiError, createConnectionError } from './api-error.ts';
import { type Query, searchOf } from './query.ts';

export type { Query };
export type RequestOptions = { query?: Query | undefined; body?: unknown; signal?: AbortSignal | undefined };

/** Longer takes no read; a connection that died unnoticed, while the machine slept, would never answer. */
const MOST_READ_MS = 30_000;

/** A request to the service's API. What is no success throws (see api-error.ts); 204 gives undefined. */
export async function request<Body = unknown>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  { query, body, signal }: RequestOptions = {},
): Promise<Body> {
  const patience = method === 'GET' ? AbortSignal.timeout(MOST_READ_MS) : undefined;
  const signals = [signal, patience].filter((one) => one !== undefined);
  const response = await fetch(path + searchOf(query), {
    method,
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.any(signals),
  }).catch((error: unknown) => {
    // Who gave up on the answer is told so, not that the connection is lost.
    throw signal?.aborted === true ? error : createConnectionError();
  });
  const text = await response.text();
  const answer = text === '' ? undefined : parse(text);
  if (!response.ok) throw createApiError(response.status, answer, waitOf(response));
  return answer;
}

// Its type is what the caller expects of the path: the one place where the service is believed.
function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function waitOf({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
