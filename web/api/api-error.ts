import { HttpError } from 'react-admin';
import { type Sentences, said } from '../i18n/said.ts';

/**
 * An answer that is no success. The message is shown to people: the service's own sentence in their language, or, where the cause is the
 * connection or the service itself, the name of a sentence of ours (i18n: errors.…).
 */
export function createApiError(status: number, body: unknown, retryAfter: number | undefined): HttpError {
  const ours = OURS[status];
  const theirs = sentenceOf(body);
  const message = ours ?? theirs ?? (status >= 500 ? 'errors.internal' : 'errors.refused');
  return new HttpError(message, status, { ...asObject(body), retryAfter });
}

/** Nothing answered: offline, or the service is stopped. Status 0 stands for "no answer". */
export function createConnectionError(): HttpError {
  return new HttpError('errors.unreachable', 0);
}

/** Seconds that the service asks to wait before trying again. */
export function retryAfterOf(error: unknown): number | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const { retryAfter } = asObject(error.body);
  return typeof retryAfter === 'number' ? retryAfter : undefined;
}

/** What to tell people of something that failed: a sentence, or the name of one of ours. */
export function sayingOf(error: unknown): string {
  return error instanceof Error ? error.message : 'errors.internal';
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof HttpError ? error.status : undefined;
}

const OURS: Readonly<Record<number, string>> = {
  401: 'errors.signed_out',
  413: 'errors.too_large',
  429: 'errors.slow_down',
  502: 'errors.unavailable',
  503: 'errors.unavailable',
  504: 'errors.unavailable',
};

function sentenceOf(body: unknown): string | undefined {
  const { message, sentences } = asObject(asObject(body).error);
  return typeof message === 'string' && message !== '' ? said(message, readSentences(sentences)) : undefined;
}

function readSentences(given: unknown): Sentences {
  if (!Array.isArray(given)) return undefined;
  return given.map(asObject).map(({ code, values }) => ({
    code: String(code),
    values: Object.fromEntries(Object.entries(asObject(values)).map(([name, value]) => [name, String(value)])),
  }));
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
