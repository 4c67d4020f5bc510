import type { Settings } from '../../kernel/settings.ts';

export type HostSettings = Pick<Settings, 'recordingAllowedHosts' | 'recordingOnlyAllowedHosts'>;

/** Whether an address may be asked: 'freely' wherever it leads, 'publicly' only when it leads to a public address. */
export type Permission = { kind: 'freely' } | { kind: 'publicly' } | { kind: 'refused'; reason: string };

/** What can be told from the address itself; where its name leads is looked at when the connection is made. */
export function permissionFor(url: URL, settings: HostSettings): Permission {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refused(`The recording is not on the web: its address begins with ${url.protocol}`);
  if (url.username !== '' || url.password !== '') return refused("The recording's address carries a password.");
  if (settings.recordingAllowedHosts.includes(url.host.toLowerCase())) return { kind: 'freely' };
  if (settings.recordingOnlyAllowedHosts)
    return refused(`Recordings may not come from ${url.host}: MCUBE_RECORDING_ALLOWED_HOSTS does not name it.`);
  // An address does not name the usual port of its protocol; the other protocol's is unusual, but no harm.
  if (url.port !== '' && url.port !== '80' && url.port !== '443')
    return refused(
      `Recordings may not come from port ${url.port}, unless MCUBE_RECORDING_ALLOWED_HOSTS names ${url.host}.`,
    );
  return { kind: 'publicly' };
}

function refused(reason: string): Permission {
  return { kind: 'refused', reason };
}
