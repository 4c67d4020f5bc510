import type { Settings } from '../kernel/settings.ts';

/** Where the webhook of this machine's service answers; undefined when its port is picked anew at every start. */
export function localWebhook({ host, port }: Pick<Settings, 'host' | 'port'>): string | undefined {
  if (port === 0) return undefined;
  // Who listens on all addresses listens on loopback too.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/mcube/webhook`;
}

/** Where MCUBE reaches it; undefined when no setting says. */
export function publicWebhook({ publicUrl }: Pick<Settings, 'publicUrl'>): string | undefined {
  return publicUrl === null ? undefined : `${publicUrl.replace(/\/+$/, '')}/mcube/webhook`;
}
