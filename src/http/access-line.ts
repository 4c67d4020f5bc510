import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { RequestError } from '../kernel/errors.ts';
import { type SentenceCode, say } from '../kernel/sentences.ts';
import { type Model, mayAccess, type Right } from '../security/access.ts';
import type { Viewer } from '../security/viewer.ts';

/** Who may call a route: anybody, anybody who is signed in, or whose groups have a right on a model. */
export type AccessLine = 'open' | 'signed-in' | { model: Model; right: Right };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessLine;
  }
  interface FastifyRequest {
    /** Who asks; null on open routes. Use viewerOf() where somebody must be signed in. */
    viewer: Viewer | null;
  }
}

/** Deny by default: a route that does not say who may call it keeps the server from starting. */
export function requireAccessLines(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  // Not at once: a library's routes get theirs from a later hook of their own scope.
  app.addHook('onReady', (done) => {
    const silent = routes.find((route) => route.config?.access === undefined);
    done(
      silent && new Error(`${String(silent.method)} ${silent.url} has no access line: give it config: { access: … }.`),
    );
  });
}

export function enforceAccessLine(line: Exclude<AccessLine, 'open'>, viewer: Viewer): void {
  if (line === 'signed-in' || mayAccess(viewer.groups, line.model, line.right)) return;
  throw new RequestError('access_denied', say(REFUSALS[line.right], { model: line.model }));
}

export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer === null) throw new RequestError('unauthenticated', say('sign_in_first'));
  return request.viewer;
}

const REFUSALS = {
  read: 'may_not_read',
  write: 'may_not_change',
  create: 'may_not_create',
  unlink: 'may_not_delete',
} as const satisfies Record<Right, SentenceCode>;
