import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_STATUS, type ErrorCode, RequestError } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import { say } from '../kernel/sentences.ts';
import { databaseFailure } from './database-failure.ts';
import { sentencesOf } from './schemas.ts';
import { validationMessage } from './validation-message.ts';

/** Answers every error in one shape; what nobody foresaw is logged and told to nobody. */
export function errorHandler(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = refusalOf(error);
    if (refusal === undefined) {
      const { id, method, routeOptions } = request;
      log.error({ err: error, request_id: id, method, route: routeOptions.url }, 'Request failed');
    }
    sendError(reply, refusal ?? new RequestError('internal', say('went_wrong', { id: request.id })));
  };
}

export function sendError(reply: FastifyReply, { code, message, retryAfter, details }: RequestError): void {
  if (retryAfter !== undefined) reply.header('retry-after', Math.ceil(retryAfter));
  if (code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  // A stream or a document had its own type; an error is always JSON.
  reply
    .code(ERROR_STATUS[code])
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      error: {
        code,
        message,
        sentences: sentencesOf(message),
        ...(details !== undefined && { details }),
      },
    });
}

/** Seconds that a client is asked to wait for the database. */
const DATABASE_RETRY_SECONDS = 5;

function refusalOf(error: unknown): RequestError | undefined {
  if (error instanceof RequestError) return error;
  const failure = databaseFailure(error);
  if (failure?.kind === 'unreachable')
    return new RequestError('unavailable', say('no_database'), DATABASE_RETRY_SECONDS);
  if (failure?.kind === 'busy') return new RequestError('unavailable', failure.message, DATABASE_RETRY_SECONDS);
  if (failure?.kind === 'taken') return new RequestError('conflict', failure.message);
  if (failure?.kind === 'refused') return new RequestError('invalid_input', failure.message);
  return isFastifyError(error) ? fastifyRefusal(error) : undefined;
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('statusCode' in error || 'validation' in error);
}

function fastifyRefusal({
  code,
  statusCode = 500,
  message,
  validation,
  validationContext = 'body',
}: FastifyError): RequestError | undefined {
  const [problem] = validation ?? [];
  if (problem !== undefined) return new RequestError('invalid_input', validationMessage(problem, validationContext));
  if (statusCode < 400 || statusCode > 499) return undefined;
  return new RequestError(CODES[statusCode] ?? 'invalid_input', MESSAGES[code] ?? `${message.replace(/\.$/, '')}.`);
}

const CODES: Readonly<Record<number, ErrorCode>> = { 404: 'not_found', 413: 'too_large' };

const MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: say('send_json'),
  FST_ERR_CTP_BODY_TOO_LARGE: say('body_too_large'),
  FST_ERR_CTP_EMPTY_JSON_BODY: say('body_empty'),
  FST_ERR_CTP_INVALID_JSON_BODY: say('body_not_json'),
};
