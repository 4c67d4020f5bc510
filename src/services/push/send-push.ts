import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import webPush from 'web-push';
import type { PushSubscription } from '../../models/push-subscription.ts';
import { type PushHosts, pushPermission } from './push-host.ts';

export type Sent = 'accepted' | 'gone' | 'refused' | 'failed';
export type VapidDetails = { subject: string; publicKey: string; privateKey: string };

/** An hour later a missed call is seen in the queue, or was called back. */
const TTL_SECONDS = 3_600;
const TIMEOUT_MS = 10_000;
const publicAgent = new RequestFilteringHttpsAgent();

/** Encrypts a message for a browser and hands it to its push service. No redirect is followed. */
export async function sendPush(
  { endpoint, p256dh, auth }: PushSubscription,
  message: object,
  vapidDetails: VapidDetails,
  hosts: PushHosts,
): Promise<Sent> {
  const permission = pushPermission(endpoint, hosts);
  if (permission === 'refused') return 'refused';
  try {
    const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
      vapidDetails,
      TTL: TTL_SECONDS,
      urgency: 'high',
      contentEncoding: 'aes128gcm',
    });
    const headers = Object.fromEntries(
      Object.entries(details.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = endpoint.startsWith('https:')
        ? requestHttps(endpoint, { ...options, ...(permission === 'publicly' && { agent: publicAgent }) })
        : requestHttp(endpoint, options);
      request.once('response', resolve).on('error', reject).end(details.body);
    });
    answer.resume();
    const { statusCode = 0 } = answer;
    if (statusCode === 404 || statusCode === 410) return 'gone';
    return statusCode >= 200 && statusCode < 300 ? 'accepted' : 'failed';
  } catch {
    // Out of reach, or keys that are none: a browser that cannot be told keeps nobody else from being told.
    return 'failed';
  }
}
