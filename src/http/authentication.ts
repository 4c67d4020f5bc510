import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';
import { type Credentials, identifyViewer } from '../services/identify-viewer.ts';
import { type AccessLine, enforceAccessLine } from './access-line.ts';
import type { ServerParts } from './parts.ts';
import { requireSameOrigin } from './same-origin.ts';
import { SESSION_COOKIE, setSessionCookie } from './session-cookie.ts';

/** Finds out who asks and whether they may, before anything else of the request is read. */
export function authentication(parts: ServerParts) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const access = request.routeOptions.config.access;
    // Without waiting: open routes, the webhook among them, do not pay for the others.
    if (access === 'open') done();
    else if (access === undefined) done(new RequestError('access_denied', say('no_access_line')));
    else admit(parts, access, request, reply).then(() => done(), done);
  };
}

/** An API key in the Authorization header, else the session of the cookie. */
export function credentialsOf(request: FastifyRequest): Credentials | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) return { apiKey: /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '' };
  const sessionSecret = request.cookies[SESSION_COOKIE];
  return sessionSecret === undefined ? undefined : { sessionSecret };
}

type Closed = Exclude<AccessLine, 'open'>;

async function admit(parts: ServerParts, access: Closed, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const credentials = credentialsOf(request);
  if (credentials === undefined) throw new RequestError('unauthenticated', say('sign_in_or_key'));
  const identified = await identifyViewer(parts, credentials);
  if (identified === undefined) throw new RequestError('unauthenticated', REFUSALS['apiKey' in credentials ? 0 : 1]);
  if ('sessionSecret' in credentials) {
    requireSameOrigin(request, parts.settings.publicUrl);
    if (identified.extended) setSessionCookie(reply, credentials.sessionSecret, parts.settings);
  }
  enforceAccessLine(access, identified.viewer);
  request.viewer = identified.viewer;
}

const REFUSALS = [say('unknown_key'), say('session_ended')] as const;
