import { isLoopback, type Settings } from '../kernel/settings.ts';
import { MCUBE } from '../services/check-up/finding.ts';
import { FIRST_LOGIN } from '../services/ensure-administrator.ts';
import { curlLine } from './sample-call.ts';

/** Shown once: the password is stored nowhere. */
export function firstStart(password: string): string {
  return `
  The first administrator was created.

    Login:        ${FIRST_LOGIN}
    Password:     ${password}

  Write the password down, it is not shown again. A new one is made by
    ${MCUBE} user set-password ${FIRST_LOGIN}
`;
}

/** What to do next, at every start. */
export function ready(settings: Settings, url: string | undefined): string {
  if (url === undefined) return '\n  Working the inbox. Ctrl-C stops.\n\n';
  const address = addressOf(settings, url);
  // The secret itself is shown to nobody who only looks over a shoulder or reads a log.
  const token = settings.webhookToken.length === 0 ? '' : '?token=YOUR_MCUBE_WEBHOOK_TOKEN';
  return `
  MCUBE Integration is running.

    Address:      ${address}
    API:          ${address}/api/docs
    Webhook URL:  ${address}/mcube/webhook${token}
                  (${adviceOf(settings)})

  Try it:

    ${curlLine(`${url}/mcube/webhook${token}`)}

  Ctrl-C stops.

`;
}

function addressOf({ publicUrl }: Settings, url: string): string {
  return publicUrl?.replace(/\/+$/, '') ?? url;
}

function adviceOf({ publicUrl, host }: Settings): string {
  if (publicUrl !== null) return 'paste it into the MCUBE panel';
  if (isLoopback(host)) return 'for this machine only; MCUBE needs a public address: MCUBE_PUBLIC_URL';
  return 'paste it into the MCUBE panel with the name of this machine in it';
}
