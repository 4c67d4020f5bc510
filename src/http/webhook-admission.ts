import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../kernel/settings.ts';

/** Says of a request whether it may post calls: it carries one of the tokens, or none is set. */
export function admission({ webhookToken }: Pick<Settings, 'webhookToken'>): (request: FastifyRequest) => boolean {
  const secrets = webhookToken.map(digest);
  return (request) =>
    secrets.length === 0 ||
    tokensOf(request).some((token) => secrets.some((secret) => timingSafeEqual(secret, digest(token))));
}

/** A token may come in the query, as a bearer, or as the last part of the path. */
function tokensOf(request: FastifyRequest): string[] {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const path = /^\/mcube\/webhook\/([^/?]+)/.exec(request.url)?.[1];
  const query = new URLSearchParams(queryOf(request)).get('token');
  return [bearer, path === undefined ? undefined : safelyDecoded(path), query ?? undefined].filter(
    (token) => token !== undefined,
  );
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands behind the question mark. */
export function queryOf(request: FastifyRequest): string {
  const start = request.url.indexOf('?');
  return start === -1 ? '' : request.url.slice(start + 1);
}

/** Digests are of one length, so that comparing them tells nothing of the secret's. */
function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
