import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noSuchRoute } from '../no-such-route.ts';
import type { App, ServerParts } from '../parts.ts';

/**
 * The web application at every address that belongs to nobody else: its files by their names, and its page at all others
 * that a person may open, since which view an address means is decided in the browser.
 */
export function webApplication(app: App, { webFolder = BUILT }: ServerParts): void {
  app.register(fastifyStatic, {
    root: webFolder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? FOR_EVER : EVERY_TIME);
    },
  });

  const open = { config: { access: 'open' as const }, schema: { hide: true } };
  app.get('/*', open, async (request, reply) => {
    const [path = '/'] = request.url.split('?');
    if (OTHERS.test(path)) throw noSuchRoute(request.method, request.url);
    if (FILE.test(path)) return reply.sendFile(path);
    if (!wantsPage(request)) throw noSuchRoute(request.method, request.url);
    return sendPage(reply, webFolder);
  });
}

const BUILT = join(import.meta.dirname, '../../../web/dist');

/** Addresses that answer programs: a wrong one among them is told so in JSON. */
const OTHERS = /^\/(api|mcube|livez|readyz|metrics)(\/|$)/;
const FILE = /^\/(assets\/.*|[\w.-]+\.\w+)$/;

/** Files of /assets/ carry the hash of their content in their name; the others are asked about each time (ETag). */
const FOR_EVER = 'public, max-age=31536000, immutable';
const EVERY_TIME = 'no-cache';

function wantsPage({ headers }: FastifyRequest): boolean {
  return /text\/html|application\/xhtml|\*\/\*/.test(headers.accept ?? '*/*');
}

async function sendPage(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const isBuilt = await stat(join(folder, 'index.html')).then(
    () => true,
    () => false,
  );
  if (isBuilt) return reply.sendFile('index.html');
  return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
}

const NOT_BUILT =
  'The web application has not been built: run "npm run build" beside the service, then load this page again.\n';
