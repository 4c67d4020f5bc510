import { say } from '../../kernel/sentences.ts';
import { type Finding, failure, ok } from './finding.ts';

/** Asks a webhook, as MCUBE's staff do from a browser, with the token and without: nothing is posted. */
export async function checkWebhook(check: string, webhook: string, tokens: readonly string[]): Promise<Finding> {
  const [token] = tokens;
  const answer = await ask(webhook, token);
  if (answer.kind === 'silent')
    return failure(check, say('webhook_silent', { webhook, reason: answer.reason }), answer.fix);
  if (answer.kind === 'refused') return failure(check, say('webhook_refuses', { webhook }), say('webhook_refuses_fix'));
  if (answer.kind === 'stranger')
    return failure(check, say('webhook_of_another', { webhook, status: answer.status }), say('webhook_of_another_fix'));
  if (token !== undefined && (await ask(webhook, undefined)).kind === 'ready')
    return failure(check, say('webhook_without_token', { webhook }), say('webhook_without_token_fix'));
  return ok(check, say(token === undefined ? 'webhook_answers' : 'webhook_answers_token', { webhook }));
}

type Answer =
  | { kind: 'ready' }
  | { kind: 'refused' }
  | { kind: 'stranger'; status: number }
  | { kind: 'silent'; reason: string; fix: string };

async function ask(webhook: string, token: string | undefined): Promise<Answer> {
  try {
    const response = await fetch(webhook, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    const said = await response.text();
    if (response.status === 200 && said.includes('MCUBE webhook')) return { kind: 'ready' };
    return response.status === 401 ? { kind: 'refused' } : { kind: 'stranger', status: response.status };
  } catch (error) {
    return { kind: 'silent', ...explain(error) };
  }
}

function explain(error: unknown): { reason: string; fix: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [reason, fix] = REASONS[code] ?? [cause instanceof Error ? cause.message : String(cause), START];
  return { reason, fix };
}

const START = say('start_service');
const CERTIFICATE = say('renew_certificate');

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: ['nobody listens there', START],
  ENOTFOUND: ['the name does not exist', say('correct_name')],
  CERT_HAS_EXPIRED: ['its certificate has expired', CERTIFICATE],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['its certificate is signed by itself', CERTIFICATE],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['its certificate cannot be verified', CERTIFICATE],
  ERR_TLS_CERT_ALTNAME_INVALID: ['its certificate is for another name', CERTIFICATE],
};
