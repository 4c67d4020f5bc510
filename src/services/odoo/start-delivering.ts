import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { RequestError } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/log.ts';
import type { Settings } from '../../kernel/settings.ts';
import { LIVE_CHANNEL } from '../../models/live-change.ts';
import { hasSaid } from '../../models/odoo-record.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { listenForEvents } from '../inbox-signal.ts';
import { checkOdoo } from './connect-odoo.ts';
import { deliverRound } from './deliver/deliver-round.ts';
import type { DeliveryResult } from './deliver/settle.ts';
import { instanceName } from './instance-name.ts';
import { runOdooLoop } from './odoo-loop.ts';
import type { OdooConnections, OdooLink } from './open-connection.ts';
import { createTurn } from './turn.ts';

type Parts = {
  database: Database;
  settings: Settings;
  clock: Clock;
  log: Log;
  serviceKey: ServiceKey;
  connections: OdooConnections;
  onResult(result: DeliveryResult, count: number): void;
};

/** A look at a partial index, for what was put off and for a notification that was lost. */
const POLL_MS = 500;

const LOOK_MS = 60_000;
const PATIENCE_MS = 60_000;

/** Begins to bring to Odoo what changes here. Of several processes one does, and the next when it is gone. */
export async function startDelivering(parts: Parts): Promise<{ stop(): Promise<void> }> {
  const { database, clock, connections, serviceKey, log } = parts;
  const turn = createTurn(database, 'odoo delivery');
  const instance = await instanceName(database, serviceKey);
  let lookedAt = 0;
  let isAnswering = false;

  /** Calls wait for our module: somebody may have installed it. */
  async function lookForModule(): Promise<void> {
    const now = clock.now().getTime();
    if (now - lookedAt < LOOK_MS) return;
    lookedAt = now;
    await checkOdoo(parts).catch((error: unknown) => {
      if (!(error instanceof RequestError)) throw error;
      log.warn({ reason: error.message }, 'Calls wait for our module in Odoo');
    });
  }

  /** Leads and calls are people's: Odoo's are read first (follow/), unless that takes too long. */
  async function knowsPeople({ connected_date }: OdooLink): Promise<boolean> {
    if (clock.now().getTime() - connected_date.getTime() > PATIENCE_MS) return true;
    return await hasSaid(database, 'res.users');
  }

  async function round(): Promise<'more' | 'done'> {
    const link = await connections.open();
    isAnswering = link !== undefined;
    if (link === undefined || !(await turn.take())) return 'done';
    if (!(await knowsPeople(link))) return 'done';
    if (!link.about.callRecords) await lookForModule();
    return await deliverRound({ ...parts, link, instance });
  }

  const loop = runOdooLoop(
    'Deliveries to Odoo',
    () =>
      round().catch((error: unknown) => {
        isAnswering = false;
        throw error;
      }),
    POLL_MS,
    log,
  );
  // Whatever changes here tells whoever watches, in the commit that changes it. An Odoo that does not answer is tried no
  // more often for it, and where there is none nobody looks.
  const signal = await listenForEvents(database, () => isAnswering && loop.wake(), LIVE_CHANNEL);
  return {
    async stop() {
      await signal.close();
      await loop.stop();
      await turn.release();
    },
  };
}
