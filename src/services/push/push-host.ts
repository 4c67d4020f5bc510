import type { Settings } from '../../kernel/settings.ts';

export type PushHosts = Pick<Settings, 'pushAllowedHosts'>;

/** Whether we push there: to the services of the browsers, or to a host that a setting names, be it private. */
export function pushPermission(endpoint: string, { pushAllowedHosts }: PushHosts): 'freely' | 'publicly' | 'refused' {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '') return 'refused';
  if ((url.protocol === 'https:' || url.protocol === 'http:') && pushAllowedHosts.includes(url.host)) return 'freely';
  const known = SERVICES.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return url.protocol === 'https:' && url.port === '' && known ? 'publicly' : 'refused';
}

/** Of Chrome and its kin, Firefox, Edge on Windows, and Safari. */
const SERVICES = ['fcm.googleapis.com', 'push.services.mozilla.com', 'notify.windows.com', 'push.apple.com'];
