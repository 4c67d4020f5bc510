import type { FastifyReply, FastifyRequest } from 'fastify';
import { createFlushLane } from '../../services/flush-lane.ts';
import { createRefusalKeeper } from '../../services/keep-refusals.ts';
import { createReceiver, type Receipt } from '../../services/receive-webhook.ts';
import type { App, ServerParts } from '../parts.ts';
import { admission, queryOf } from '../webhook-admission.ts';
import { describeWebhook } from '../webhook-description.ts';

/**
 * Where MCUBE posts calls. It speaks the words of the addon it replaces, not the API's: {"status","message"}. The token is
 * checked before the body is read.
 */
export function webhook(app: App, parts: ServerParts): void {
  const { settings, clock, log, metrics } = parts;
  const lane = parts.lane ?? createFlushLane(parts.database, clock, log, parts.wakeInbox ?? (() => undefined));
  const receive = createReceiver(lane, settings, clock);
  const refusals = createRefusalKeeper(parts.database, clock, log);
  const isAdmitted = admission(settings);

  app.register(async (inner: App) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    inner.addHook('onClose', async () => {
      await lane.close();
      await refusals.close();
    });
    inner.setErrorHandler((error, request, reply) => {
      const status = statusOf(error);
      if (status < 400 || status > 499) return answerBug(error, request, reply);
      metrics.webhookRequests.inc({ result: status === 413 ? 'too_large' : 'refused' });
      if (status === 413) return refuse(reply, 413, 'The body is larger than 1 MiB');
      return refuse(reply, 400, 'The request did not arrive whole');
    });
    inner.addHook('onRequest', (request, _reply, done) => {
      // A label that is no media type would be refused unread; what the body holds shows by itself.
      if (!MEDIA_TYPE.test(request.headers['content-type'] ?? '')) delete request.headers['content-type'];
      done();
    });
    inner.addHook('onRequest', async (request, reply) => {
      if (isAdmitted(request)) return;
      metrics.webhookRequests.inc({ result: 'unauthenticated' });
      log.warn({ remote_address: request.ip }, 'MCUBE Webhook: refused, the token is wrong or missing');
      return refuse(reply, 401, 'Wrong or missing token');
    });
    for (const url of ['/mcube/webhook', '/mcube/webhook/:token']) {
      const route = { url, schema: { hide: true }, handler: accept };
      // One address is enough in the description; the other takes the token as the last part of its path.
      const described = url === '/mcube/webhook' ? { swaggerTransform: describeWebhook } : {};
      inner.route({ ...route, method: ['GET', 'HEAD'], config: { access: 'open' } });
      inner.route({ ...route, method: 'POST', config: { access: 'open', ...described } });
    }
  });

  async function accept(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const started = performance.now();
    const given = {
      body: request.body instanceof Buffer ? request.body : NO_BODY,
      contentType: request.headers['content-type'],
      query: queryOf(request),
    };
    const receipt = refusedWhenPosted(await receive(given), request.method);
    metrics.webhookRequests.inc({ result: receipt.kind });
    if (receipt.kind === 'accepted') {
      metrics.webhookEvents.inc(receipt.events);
      metrics.acceptSeconds.observe((performance.now() - started) / 1000);
    }
    if (receipt.kind === 'refused') {
      log.warn({ reason: receipt.message.slice(0, 200) }, 'MCUBE Webhook: refused');
      refusals.keep({ ...given, method: request.method, reason: receipt.message });
    }
    return answer(reply, receipt);
  }

  function answerBug(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    log.error({ err: error, request_id: request.id }, 'MCUBE Webhook: failed');
    metrics.webhookRequests.inc({ result: 'bug' });
    return refuse(reply, 500, 'Internal error');
  }
}

const NO_BODY = Buffer.alloc(0);

const MEDIA_TYPE = /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(?:;|$)/;

/** Seconds after which the same event may be sent again. */
const RETRY_AFTER = 5;

/** MCUBE's staff open the address in a browser to test it; a post that holds nothing should have held a call. */
function refusedWhenPosted(receipt: Receipt, method: string): Receipt {
  return receipt.kind === 'nothing' && method === 'POST' ? { kind: 'refused', message: 'Invalid JSON data' } : receipt;
}

function answer(reply: FastifyReply, receipt: Receipt): FastifyReply {
  switch (receipt.kind) {
    case 'accepted':
      return reply.code(202).send({
        status: 'accepted',
        message: 'Request accepted for processing',
        ...(receipt.bulk && { accepted: receipt.events }),
      });
    case 'refused':
      return refuse(reply, 400, receipt.message);
    case 'nothing':
      return reply.code(200).send({ status: 'ok', message: 'The MCUBE webhook is ready: send calls here by POST' });
    case 'unavailable':
      return refuse(
        reply.header('retry-after', RETRY_AFTER),
        503,
        'The database cannot commit at the moment, send it again',
      );
  }
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ status: 'error', message });
}

/** The status that goes with an error of the HTTP server itself; 500 for all others. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
}
