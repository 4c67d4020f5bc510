import { request } from '../api/request.ts';
import type { Answer } from '../api/types.ts';

/** Why a browser cannot be told of missed calls, or that it can. */
export type PushState = 'on' | 'off' | 'blocked' | 'unsupported';

export async function readPushState(): Promise<PushState> {
  // A page without a certificate has no service worker, unless it is of this very machine.
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return (await subscription()) === null ? 'off' : 'on';
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

export async function unsubscribe(): Promise<PushState> {
  const found = await subscription();
  if (found === null) return 'off';
  await request('DELETE', '/api/push/subscriptions', { body: { endpoint: found.endpoint } });
  await found.unsubscribe();
  return 'off';
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}
