import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { Settings } from '../../kernel/settings.ts';
import { setUpWake } from '../../odoo/reading/wake.ts';
import { answerOf } from '../../odoo/transport/failure.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { listenForEvents, ODOO_CHANNEL } from '../inbox-signal.ts';
import { answerCallRequests } from './answer-call-requests.ts';
import { followOdoo } from './follow/follow-odoo.ts';
import { instanceName } from './instance-name.ts';
import { type OdooLoop, runOdooLoop } from './odoo-loop.ts';
import type { OdooConnections } from './open-connection.ts';
import { wakeAddress } from './wake-address.ts';

type Parts = {
  database: Database;
  settings: Settings;
  clock: Clock;
  log: Log;
  serviceKey: ServiceKey;
  connections: OdooConnections;
};

/** Somebody who presses the call button sees what becomes of it within a quarter of a minute; asking costs Odoo 15 ms. */
const REQUESTS_MS = 2_000;

/** What people change in Odoo is here so much later. */
const FOLLOW_MS = 5_000;

/** Begins to follow what people do in Odoo, and to answer their requests to call somebody. */
export async function startFollowing(parts: Parts): Promise<{ stop(): Promise<void> }> {
  const { database, clock, connections, log } = parts;
  const instance = await instanceName(database, parts.serviceKey);

  async function follow(): Promise<'more' | 'done'> {
    const link = await connections.open();
    if (link === undefined) return 'done';
    return (await followOdoo({ ...parts, ...link, instance })).state === 'more' ? 'more' : 'done';
  }

  let wakeSetUpFor: number | undefined;

  async function answer(): Promise<'more' | 'done'> {
    const link = await connections.open();
    if (link?.about.callRecords !== true) return 'done';
    const { transport, about } = link;
    await answerCallRequests({ database, clock, transport });
    const address = wakeAddress(parts.serviceKey, parts.settings);
    const connected = link.connected_date.getTime();
    if (address !== undefined && about.version.major >= FIRST_WEBHOOKS && wakeSetUpFor !== connected) {
      const isSet = answerOf(await setUpWake(transport, address));
      log.info(
        { woken: isSet },
        isSet
          ? 'Odoo wakes the service when somebody asks for a call'
          : 'Odoo is asked every few seconds for requests to call somebody',
      );
      wakeSetUpFor = connected;
    }
    return 'done';
  }

  const loops: OdooLoop[] = [
    runOdooLoop('Call requests in Odoo', answer, REQUESTS_MS, log),
    runOdooLoop('Reading Odoo', follow, FOLLOW_MS, log),
  ];
  const wakeAll = () => {
    for (const loop of loops) loop.wake();
  };
  const signal = await listenForEvents(database, wakeAll, ODOO_CHANNEL);
  return {
    async stop() {
      await signal.close();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** The first version whose server actions call addresses. */
const FIRST_WEBHOOKS = 17;
