import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { say } from '../../kernel/sentences.ts';
import type { Settings } from '../../kernel/settings.ts';
import { type HostSettings, permissionFor } from './allowed-host.ts';

export type Downloaded =
  | { kind: 'got'; bytes: number; sha256: Buffer; contentType: string }
  /** It may come later. */
  | { kind: 'absent'; reason: string }
  /** It is gone, says the server. */
  | { kind: 'gone'; reason: string }
  /** Asking again would change nothing. */
  | { kind: 'refused'; reason: string };

export type DownloadLimits = { bytes: number; seconds: number };

/** Slow, but not endless: at this time a recording of 100 MB needs 0.3 MB a second. */
export function downloadLimits({ recordingMaxMegabytes }: Pick<Settings, 'recordingMaxMegabytes'>): DownloadLimits {
  return { bytes: recordingMaxMegabytes * 1_000_000, seconds: 300 };
}

export type Download = (address: string, path: string, stopped: AbortSignal) => Promise<Downloaded>;

/**
 * Fetches what outsiders name, into a file, without being led to what only this machine or its network may reach: every
 * connection, after redirects too, goes to an address that was looked at after its name was resolved.
 */
export function createDownload(settings: HostSettings, limits: DownloadLimits, lookup?: LookupFunction): Download {
  const agents = {
    freely: { http: new HttpAgent(), https: new HttpsAgent() },
    publicly: { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() },
  };

  async function follow(address: string, signal: AbortSignal): Promise<IncomingMessage | Downloaded> {
    for (let url = URL.parse(address), hops = 0; url !== null; hops++) {
      if (hops > MOST_REDIRECTS)
        return { kind: 'refused', reason: say('too_many_redirects', { most: MOST_REDIRECTS }) };
      const permission = permissionFor(url, settings);
      if (permission.kind === 'refused') return permission;
      const answer = await ask(url, agents[permission.kind], lookup, signal);
      const { statusCode = 0, headers } = answer;
      if (!REDIRECTS.has(statusCode) || headers.location === undefined) return answer;
      answer.destroy();
      url = URL.parse(headers.location, url.href);
    }
    return { kind: 'refused', reason: say('no_web_address') };
  }

  return async (address, path, stopped) => {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(limits.seconds * 1000)]);
    try {
      const answer = await follow(address, signal);
      if ('kind' in answer) return answer;
      try {
        return refusalOf(answer, limits) ?? (await save(answer, path, limits, signal));
      } finally {
        answer.destroy();
      }
    } catch (error) {
      stopped.throwIfAborted();
      if (signal.aborted) return { kind: 'absent', reason: say('not_arrived', { seconds: limits.seconds }) };
      return explain(error);
    }
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

type Agents = { http: HttpAgent; https: HttpsAgent };

function ask(
  url: URL,
  agents: Agents,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { accept: 'audio/*, */*;q=0.1', 'accept-encoding': 'identity', 'user-agent': 'mcube-integration' };
  const options = { headers, signal, ...(lookup !== undefined && { lookup }) };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: agents.https })
        : requestHttp(url, { ...options, agent: agents.http });
    request.once('response', resolve).on('error', reject).end();
  });
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage, limits: DownloadLimits): Downloaded | undefined {
  if (statusCode === 410) return { kind: 'gone', reason: say('mcube_lost_it') };
  if (statusCode === 404) return { kind: 'absent', reason: say('mcube_has_it_not') };
  if (statusCode !== 200) return { kind: 'absent', reason: say('other_answer', { status: statusCode }) };
  return Number(headers['content-length'] ?? 0) > limits.bytes ? tooLarge(limits) : undefined;
}

async function save(
  answer: IncomingMessage,
  path: string,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Downloaded> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > limits.bytes) done(new TooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(answer, measure, createWriteStream(path, { mode: 0o600, flush: true }), { signal });
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(limits);
    throw error;
  }
  const promised = answer.headers['content-length'];
  if (promised !== undefined && Number(promised) !== bytes)
    return { kind: 'absent', reason: say('part_arrived', { bytes, promised }) };
  return { kind: 'got', bytes, sha256: hash.digest(), contentType: answer.headers['content-type'] ?? '' };
}

class TooLarge extends Error {}

function tooLarge({ bytes }: DownloadLimits): Downloaded {
  const megabytes = Math.round(bytes / 1_000_000);
  return { kind: 'refused', reason: say('recording_too_large', { megabytes }) };
}

function explain(error: unknown): Downloaded {
  if (!(error instanceof Error)) throw error;
  // The library throws a plain error with these words, for an address and for a name that leads to one.
  if (/^DNS lookup .* is not allowed/.test(error.message))
    return {
      kind: 'refused',
      reason: say('private_network'),
    };
  const code = 'code' in error ? String(error.code) : error.message;
  return { kind: 'absent', reason: REASONS[code] ?? say('not_fetched_code', { code }) };
}

const CUT = say('connection_broke');
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: say('server_unknown'),
  EAI_AGAIN: say('server_not_found'),
  ECONNREFUSED: say('server_silent'),
  ETIMEDOUT: say('server_silent'),
  ECONNRESET: CUT,
  ERR_STREAM_PREMATURE_CLOSE: CUT,
};
