import { type SentenceCode, say } from '../../kernel/sentences.ts';
import { type Finding, failure, ok } from './finding.ts';

/** Asks a webhook, as MCUBE's staff do from a browser, with the token and without: nothing is posted. */
export async function checkWebhook(check: string, webhook: string, tokens: readonly string[]): Promise<Finding> {
  const [token] = tokens;
  const answer = await ask(webhook, token);
  if (answer.kind === 'silent') return failure(check, answer.says, answer.fix);
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
  | { kind: 'silent'; says: string; fix: string };

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
    return { kind: 'silent', ...explain(error, webhook) };
  }
}

function explain(error: unknown, webhook: string): { says: string; fix: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [known, fix] = REASONS[code] ?? [undefined, START];
  if (known !== undefined) return { says: say(known, { webhook }), fix };
  return { says: say('webhook_silent', { webhook, reason: cause instanceof Error ? cause.message : cause }), fix };
}

const START = say('start_service');
const CERTIFICATE = say('renew_certificate');

type Silence = Extract<
  SentenceCode,
  `webhook_${'unheard' | 'nameless' | 'expired' | 'self_signed' | 'unverified' | 'misnamed'}`
>;

const REASONS: Readonly<Record<string, readonly [Silence, string]>> = {
  ECONNREFUSED: ['webhook_unheard', START],
  ENOTFOUND: ['webhook_nameless', say('correct_name')],
  CERT_HAS_EXPIRED: ['webhook_expired', CERTIFICATE],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['webhook_self_signed', CERTIFICATE],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['webhook_unverified', CERTIFICATE],
  ERR_TLS_CERT_ALTNAME_INVALID: ['webhook_misnamed', CERTIFICATE],
};
