import { say } from '../../kernel/sentences.ts';
import type { Settings } from '../../kernel/settings.ts';

export type HostSettings = Pick<Settings, 'recordingAllowedHosts' | 'recordingOnlyAllowedHosts'>;

/** Whether an address may be asked: 'freely' wherever it leads, 'publicly' only when it leads to a public address. */
export type Permission = { kind: 'freely' } | { kind: 'publicly' } | { kind: 'refused'; reason: string };

/** What can be told from the address itself; where its name leads is looked at when the connection is made. */
export function permissionFor(url: URL, settings: HostSettings): Permission {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refused(say('not_on_the_web', { protocol: url.protocol }));
  if (url.username !== '' || url.password !== '') return refused(say('address_has_password'));
  if (settings.recordingAllowedHosts.includes(url.host.toLowerCase())) return { kind: 'freely' };
  if (settings.recordingOnlyAllowedHosts) return refused(say('host_not_allowed', { host: url.host }));
  // An address does not name the usual port of its protocol; the other protocol's is unusual, but no harm.
  if (url.port !== '' && url.port !== '80' && url.port !== '443')
    return refused(say('port_not_allowed', { port: url.port, host: url.host }));
  return { kind: 'publicly' };
}

function refused(reason: string): Permission {
  return { kind: 'refused', reason };
}
