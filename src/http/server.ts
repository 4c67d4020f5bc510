import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { requireAccessLines } from './access-line.ts';
import { authentication } from './authentication.ts';
import { operations } from './controllers/operations.ts';
import { errorHandler, sendError } from './error-handler.ts';
import { isMoment } from './is-moment.ts';
import { noSuchRoute } from './no-such-route.ts';
import { registerOpenApi } from './openapi.ts';
import type { App, ServerParts } from './parts.ts';
import { registerRoutes } from './routes.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/**
 * The whole HTTP server, built but not listening: the service and the tests use this same one. A process that only works
 * tells how it fares, and nothing else.
 */
export function createServer(parts: ServerParts): App {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    // A proxy on this machine may say for whom it asks; nobody else is believed.
    trustProxy: 'loopback',
    // What a body says is taken as it stands: nothing is turned into another type and nothing is dropped in silence.
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true, allowUnionTypes: true },
      onCreate: (ajv) => void ajv.addFormat('date-time', isMoment),
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    // The default answer to a request that is no HTTP stays; routing errors get our shape.
    frameworkErrors: (error, request, reply) => errorHandler(parts.log)(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setErrorHandler(errorHandler(parts.log));
  app.setNotFoundHandler((request, reply) => sendError(reply, noSuchRoute(request.method, request.url)));
  app.decorateRequest('viewer', null);
  requireAccessLines(app);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  app.addHook('preClose', (done) => {
    closeConnectionsAsTheyFallIdle(app);
    done();
  });
  app.register(cookie);
  app.register(async (inner: App) => {
    if (!parts.settings.roles.includes('web')) return operations(inner, parts);
    // In here, because cookies must have been read before.
    inner.addHook('onRequest', authentication(parts));
    await registerOpenApi(inner);
    registerRoutes(inner, parts);
  });
  return app;
}

const BODY_LIMIT = 1024 * 1024;

/**
 * Fastify closes once what is idle when the closing begins. A client that was being answered then would keep its connection,
 * and the process, until the keep-alive of 72 seconds is over.
 */
function closeConnectionsAsTheyFallIdle({ server }: App): void {
  const closing = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_MS);
  server.once('close', () => clearInterval(closing));
}

const CLOSE_IDLE_MS = 20;
