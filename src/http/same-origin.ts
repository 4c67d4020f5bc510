import type { FastifyRequest } from 'fastify';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a change that another site's page asks for with this browser's cookie. An API key needs no such check. */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | null): void {
  if (SAFE_METHODS.has(request.method) || originOf(request, publicUrl) === 'same') return;
  throw new RequestError('access_denied', say('change_from_elsewhere'));
}

/** Refuses what a browser says comes from another site; a client that says nothing is no browser. */
export function refuseCrossOrigin(request: FastifyRequest, publicUrl: string | null): void {
  if (originOf(request, publicUrl) !== 'other') return;
  throw new RequestError('access_denied', say('from_another_site'));
}

function originOf(request: FastifyRequest, publicUrl: string | null): 'same' | 'other' | 'unknown' {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'same' : 'other';
  const { origin } = request.headers;
  if (origin === undefined) return 'unknown';
  if (!URL.canParse(origin)) return 'other';
  // Behind a proxy the Host header may be the inner one; then the configured address tells.
  const known = publicUrl !== null && new URL(publicUrl).origin === origin;
  return known || new URL(origin).host === request.headers.host ? 'same' : 'other';
}
