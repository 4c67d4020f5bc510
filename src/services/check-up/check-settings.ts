import { isLoopback, type Settings } from '../../kernel/settings.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

/** What can be told from the settings alone, beyond what refuses to start. */
export function checkSettings(settings: Settings): Finding[] {
  return [checkRegion(settings), checkToken(settings), checkPublicUrl(settings)];
}

function checkRegion({ defaultRegion }: Settings): Finding {
  return ok('region', `Numbers without a country code are read as ${defaultRegion}.`);
}

function checkToken({ webhookToken, webhookAuth, host }: Settings): Finding {
  const check = 'token';
  if (webhookToken.length === 0) {
    if (webhookAuth !== 'none' && isLoopback(host))
      return ok(check, 'None is needed: only this machine reaches the webhook.');
    return warning(
      check,
      'Anybody who finds the webhook can post calls (MCUBE_WEBHOOK_AUTH=none).',
      `Set MCUBE_WEBHOOK_TOKEN. ${HOW_TO_MAKE_ONE}`,
    );
  }
  const weak = webhookToken.filter(isGuessable).length;
  if (weak > 0)
    return warning(
      check,
      `${weak === 1 ? 'A token' : 'Both tokens'} of MCUBE_WEBHOOK_TOKEN can be guessed.`,
      HOW_TO_MAKE_ONE,
    );
  if (webhookToken.length === 1) return ok(check, 'MCUBE_WEBHOOK_TOKEN is long and random.');
  return ok(check, 'Two tokens are accepted; remove the old one once MCUBE sends the new one.');
}

/** Random hexadecimal has some 12 different characters in 24; words and repetitions have fewer, or are words. */
function isGuessable(token: string): boolean {
  return token.length < 24 || new Set(token).size < 10 || /secret|password|token|change|mcube|12345/i.test(token);
}

const HOW_TO_MAKE_ONE = `Make a random one: node -p "crypto.randomBytes(24).toString('hex')"`;

function checkPublicUrl({ publicUrl, host }: Settings): Finding {
  const check = 'public URL';
  const fix =
    'Set MCUBE_PUBLIC_URL to the https address under which a reverse proxy passes requests on to the service.';
  if (publicUrl === null) {
    if (!isLoopback(host)) return warning(check, 'No setting says under which address MCUBE reaches the service.', fix);
    return warning(check, `The service listens on ${host} only, where MCUBE cannot reach it.`, fix);
  }
  const url = URL.parse(publicUrl);
  if (url === null || !/^https?:$/.test(url.protocol))
    return failure(check, `MCUBE_PUBLIC_URL=${publicUrl} is no web address.`, 'Write it as https://calls.example.com.');
  if (isLoopback(url.hostname)) return warning(check, `${publicUrl} leads to the machine of whoever opens it.`, fix);
  if (url.protocol === 'http:')
    return warning(check, `${publicUrl} is not encrypted: tokens and phone numbers can be read on the way.`, fix);
  return ok(check, `MCUBE and people use ${publicUrl}.`);
}
