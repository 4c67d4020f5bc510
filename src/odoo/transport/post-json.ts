import { say } from '../../kernel/sentences.ts';
import { answered, failed, type OdooAnswer, type OdooFailure } from './failure.ts';

export type HttpReply = { readonly status: number; readonly body: unknown; readonly retryAfter: number | undefined };

export type PostOptions = { readonly headers?: Readonly<Record<string, string>>; readonly timeoutMs: number };

/** Posts JSON and reads JSON. Whatever keeps Odoo from answering, and whatever answers in its place, is a failure in words. */
export async function postJson(
  url: URL,
  content: unknown,
  { headers, timeoutMs }: PostOptions,
): Promise<OdooAnswer<HttpReply>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(content),
      // A redirect would turn the POST into a GET, or take the key somewhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return readReply(url, response, text);
  } catch (error) {
    return failed(unreachable(url, error, timeoutMs));
  }
}

function readReply(url: URL, { status, headers }: Response, text: string): OdooAnswer<HttpReply> {
  const retryAfter = readRetryAfter(headers);
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null)
    return failed({
      kind: 'unreachable',
      message: say('sends_on', { origin: url.origin, target: URL.parse(location, url.href)?.origin ?? location }),
      fix: say('connect_there'),
      detail: `HTTP ${status}`,
      retryAfter,
    });
  if (status === 429 || status === 502 || status === 503 || status === 504)
    return failed({
      kind: 'busy',
      message: say('up_but_busy', { origin: url.origin, status }),
      fix: say('repeated_later'),
      detail: `HTTP ${status}: ${text.slice(0, 500)}`,
      retryAfter,
    });
  const body = parse(text);
  if (body === undefined && status === 404)
    return failed({
      kind: 'unknown',
      message: say('no_such_database', { origin: url.origin }),
      fix: say('check_database_and_address'),
      detail: text.slice(0, 500),
      retryAfter,
    });
  if (body === undefined)
    return failed({
      // Whatever answers in HTML may be a page of maintenance: worth another try.
      kind: status >= 500 ? 'server_error' : 'unreachable',
      message: say('not_as_odoo', { origin: url.origin, status }),
      fix: say('check_address_and_database'),
      detail: `HTTP ${status}: ${text.slice(0, 500)}`,
      retryAfter,
    });
  return answered({ status, body, retryAfter });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only seconds: a date would need a clock that agrees with ours. */
function readRetryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function unreachable(url: URL, error: unknown, timeoutMs: number): OdooFailure {
  const code = codeOf(error);
  const [message, fix] = causeOf(url, code, timeoutMs);
  return { kind: 'unreachable', message, fix, detail: code, retryAfter: undefined };
}

function causeOf(url: URL, code: string, timeoutMs: number): [message: string, fix: string] {
  if (code === 'TimeoutError')
    return [say('odoo_slow', { origin: url.origin, seconds: timeoutMs / 1_000 }), say('check_load')];
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return [say('no_such_machine', { name: url.hostname }), say('check_spelling')];
  if (code === 'ECONNREFUSED') return [say('nothing_listens', { origin: url.origin }), say('check_port')];
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|SSL|TLS/.test(code))
    return [say('certificate_not_trusted', { origin: url.origin, code }), say('renew_or_trust')];
  return [say('not_reached', { origin: url.origin, code }), say('check_address_and_odoo')];
}

/** fetch says "fetch failed" and keeps the reason in its cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return error.name;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message : error.message;
}
