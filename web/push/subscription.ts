import { request } from '../api/request.ts';
import type { Answer } from '../api/types.ts';

/** Why a browser cannot be told of missed calls, or that it can. */
export type PushState = 'on' | 'off' | 'blocked' | 'unsupported';

export async function readPushState(): Promise<PushState> {
  // A page without a certificate has no service worker, unless it is of this very machine.
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const found = await subscription();
  if (found === null) return 'off';
  // It may be of somebody else who worked here before.
  const query = { endpoint: found.endpoint };
  const { is_subscribed } = await request<Answer<'/api/push'>>('GET', '/api/push', { query });
  return is_subscribed ? 'on' : 'off';
}

/** Asks the browser for permission where it has not been given, and tells the service where to send. */
export async function subscribe(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
  const { public_key } = await request<Answer<'/api/push'>>('GET', '/api/push');
  const registration = await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: public_key });
  const { endpoint, keys } = made.toJSON();
  await request('POST', '/api/push/subscriptions', { body: { endpoint, keys } });
  return 'on';
}

/** Also of whoever signs out: what concerns them is nothing for the next one at this machine. */
export async function unsubscribe(): Promise<PushState> {
  const found = await subscription();
  if (found === null) return 'off';
  await found.unsubscribe();
  // A service that does not hear of it learns it from the browser's push service.
  await request('DELETE', '/api/push/subscriptions', { body: { endpoint: found.endpoint } }).catch(() => undefined);
  return 'off';
}

async function subscription(): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}
