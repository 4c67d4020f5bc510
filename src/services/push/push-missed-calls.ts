import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { Settings } from '../../kernel/settings.ts';
import { deleteSubscription, findPushes, type PushMessage } from '../../models/push-subscription.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { type Sent, sendPush } from './send-push.ts';
import { vapidKeys } from './vapid-keys.ts';

type Parts = { database: Database; settings: Settings; clock: Clock; log: Log; serviceKey: ServiceKey };

const Job = Type.Object({ ids: Type.Array(Type.Integer()) });
const NEWS_MS = 15 * 60_000;

/** The job: tells whoever should call back, on each of their browsers. A subscription that has ended is forgotten. */
export async function pushMissedCalls(
  { database, settings, clock, log, serviceKey }: Parts,
  job: unknown,
): Promise<void> {
  const { ids } = Value.Parse(Job, job);
  const pushes = await findPushes(database, ids, new Date(clock.now().getTime() - NEWS_MS));
  if (pushes.length === 0) return;
  const subject = settings.publicUrl?.startsWith('https:') ? settings.publicUrl : 'mailto:postmaster@localhost';
  const vapid = { subject, ...(await vapidKeys(database, serviceKey)) };
  const results: Sent[] = [];
  for (const push of pushes) {
    const sent = await sendPush(push, messageOf(push), vapid, settings);
    if (sent === 'gone') await deleteSubscription(database, push.endpoint);
    results.push(sent);
  }
  log.info({ pushed: results.filter((sent) => sent === 'accepted').length, of: results.length }, 'pushed missed calls');
}

/** It lies on a locked screen: no more of the number than its end, and a name only where it holds no number. */
function messageOf({ missed_call_id, phone_sanitized, contact_name, tries }: PushMessage) {
  const number = phone_sanitized === null ? 'number withheld' : `…${phone_sanitized.slice(-4)}`;
  const named = contact_name !== null && !/\d{3}/.test(contact_name);
  const who = named ? `${contact_name} (${number})` : number;
  const body = tries === 1 ? `${who} called and reached nobody.` : `${who} called ${tries} times and reached nobody.`;
  return { title: 'Missed call', body, url: '/missed-calls', tag: `missed-call-${missed_call_id}` };
}
