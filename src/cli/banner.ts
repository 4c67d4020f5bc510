import type { Settings } from '../kernel/settings.ts';
import { FIRST_LOGIN } from '../services/ensure-administrator.ts';

/** Shown once: the password is stored nowhere. */
export function firstStart(password: string): string {
  return `
  The first administrator was created.
    Login:    ${FIRST_LOGIN}
    Password: ${password}
  Write the password down: it is not shown again (mcube user set-password ${FIRST_LOGIN} makes a new one).
`;
}

/** What to do next, at every start. */
export function ready(settings: Settings, url: string | undefined): string {
  if (url === undefined) return '\n  Working the inbox. Ctrl-C stops.\n\n';
  const address = settings.publicUrl?.replace(/\/$/, '') ?? url;
  // The secret itself is shown to nobody who only looks over a shoulder or reads a log.
  const token = settings.webhookToken.length === 0 ? '' : '?token=YOUR_MCUBE_WEBHOOK_TOKEN';
  const webhook = `${address}/mcube/webhook${token}`;
  return `
  Service:      ${address}
  API:          ${address}/api/docs
  Webhook URL:  ${webhook}   (paste it into the MCUBE panel)

  Try it:
    curl -X POST '${webhook}' -H 'Content-Type: application/json' -d '${SAMPLE}'

  Ctrl-C stops.

`;
}

const SAMPLE = JSON.stringify({
  starttime: '2026-09-21 11:49:57',
  callid: '98000000011790000000',
  emp_phone: '9800000001',
  clicktocalldid: '8030000001',
  callto: '9000000001',
  dialstatus: 'ANSWER',
  direction: 'inbound',
  endtime: '2026-09-21 11:50:28',
  answeredtime: '00:00:04',
  agentname: 'Asha',
});
