import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { Settings } from '../../kernel/settings.ts';
import { deleteSubscription, enqueuePushAgain, findPushes } from '../../models/push-subscription.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { messageOf } from './push-message.ts';
import { type Sent, sendPush } from './send-push.ts';
import { vapidKeys } from './vapid-keys.ts';

type Parts = { database: Database; settings: Settings; clock: Clock; log: Log; serviceKey: ServiceKey };

const Job = Type.Object({
  ids: Type.Array(Type.Integer()),
  /** The browsers that could not be told before; without it all of them. */
  endpoints: Type.Optional(Type.Array(Type.String())),
});
const NEWS_MS = 15 * 60_000;

/**
 * The job: tells whoever should call back, on each of their browsers. A subscription that has ended is forgotten; a browser
 * whose push service did not answer is tried every minute, for as long as the call is news.
 */
export async function pushMissedCalls(
  { database, settings, clock, log, serviceKey }: Parts,
  job: unknown,
): Promise<void> {
  const { ids, endpoints } = Value.Parse(Job, job);
  const found = await findPushes(database, ids, new Date(clock.now().getTime() - NEWS_MS));
  const pushes = found.filter(({ endpoint }) => endpoints?.includes(endpoint) ?? true);
  if (pushes.length === 0) return;
  const subject = settings.publicUrl?.startsWith('https:') ? settings.publicUrl : 'mailto:postmaster@localhost';
  const vapid = { subject, ...(await vapidKeys(database, serviceKey)) };
  const results: Sent[] = [];
  const unreached: string[] = [];
  for (const push of pushes) {
    const sent = await sendPush(push, messageOf(push), vapid, settings);
    if (sent === 'gone') await deleteSubscription(database, push.endpoint);
    if (sent === 'failed') unreached.push(push.endpoint);
    results.push(sent);
  }
  if (unreached.length > 0) await enqueuePushAgain(database, ids, unreached);
  log.info({ pushed: results.filter((sent) => sent === 'accepted').length, of: results.length }, 'pushed missed calls');
}
