import { migrate } from './db/migrate.ts';
import { startDatabase } from './db/start-database.ts';
import type { ServerParts } from './http/parts.ts';
import { createServer } from './http/server.ts';
import type { Clock } from './kernel/clock.ts';
import type { Log } from './kernel/log.ts';
import { maskPhoneNumber } from './kernel/mask-phone-number.ts';
import { createMetrics, type Metrics } from './kernel/metrics.ts';
import type { Settings } from './kernel/settings.ts';
import { ensureAdministrator } from './services/ensure-administrator.ts';
import { runInboxLoop } from './services/inbox-loop.ts';
import { listenForEvents, ODOO_CHANNEL, tellOfEvents } from './services/inbox-signal.ts';
import { createOdooConnections } from './services/odoo/open-connection.ts';
import { startDelivering } from './services/odoo/start-delivering.ts';
import { startFollowing } from './services/odoo/start-following.ts';
import { startRecordings } from './services/recordings/start-recordings.ts';
import { runSchedules } from './services/schedules.ts';
import { loadServiceKey } from './services/secrets/load-service-key.ts';
import { refuseWrongKey } from './services/secrets/sealed-secrets.ts';
import { type BatchObserver, createInboxWorker } from './services/work-inbox.ts';

/** The service at work. */
export type RunningApp = {
  /** Where it listens; undefined for a process that only works. */
  url: string | undefined;
  /** Stops accepting, finishes what is under way, leaves the database. */
  stop(): Promise<void>;
};

/**
 * Builds every part from the settings and starts it. The only file that knows them all; tests start this same service.
 * `tellPassword` is told the password of the first administrator at once: it is stored nowhere, and what starts after it
 * may fail.
 */
export async function startApp(
  settings: Settings,
  log: Log,
  clock: Clock,
  tellPassword: (password: string) => void = () => undefined,
): Promise<RunningApp> {
  const metrics = createMetrics();
  const started = await startDatabase(settings, log, undefined, ({ statement, seconds }) =>
    metrics.querySeconds.observe({ statement }, seconds),
  );
  const { database } = started;
  const stops: Stops = [() => started.close()];
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    const applied = await migrate(database);
    if (applied.length > 0) log.info({ migrations: applied }, 'the database was migrated');
    const serviceKey = await loadServiceKey(settings);
    await refuseWrongKey(database, serviceKey);
    const password = await ensureAdministrator({ database, settings });
    if (password !== undefined) tellPassword(password);

    const parts = { settings, database, log, clock, metrics, serviceKey };
    const works = settings.roles.includes('worker');
    const wakeInbox = works ? await startWork(parts, stops) : tellOfEvents(database);
    const url = await listen({ ...parts, wakeInbox, wakeOdoo: tellOfEvents(database, ODOO_CHANNEL) }, stops);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Parts = Omit<ServerParts, 'wakeInbox' | 'wakeOdoo' | 'lane'>;
/** What ends each part, in the order in which they were started. */
type Stops = (() => Promise<unknown>)[];

/** Starts what a worker does, and returns what wakes it when there are new events. */
async function startWork(parts: Parts, stops: Stops): Promise<() => void> {
  const { settings, database, log, clock, metrics, serviceKey } = parts;
  const startLoop = () => {
    const loop = runInboxLoop(createInboxWorker(database, settings, clock, log, observer(metrics, log)), log);
    stops.push(() => loop.stop());
    return loop;
  };
  const loop = startLoop();
  // A second one, woken by nobody: on a quiet day it finds nothing, under load it reads while the first one's batch is
  // in the database.
  startLoop();
  const signal = await listenForEvents(database, () => loop.wake());
  stops.push(() => signal.close());
  const onRecording = (result: string) => metrics.recordings.inc({ result });
  const recordings = await startRecordings({ database, settings, clock, log, onResult: onRecording });
  stops.push(() => recordings.stop());
  const connected = { ...parts, connections: createOdooConnections(parts) };
  const following = await startFollowing(connected);
  stops.push(() => following.stop());
  const onDelivered = (result: string, count: number) => metrics.odooDeliveries.inc({ result }, count);
  const delivering = await startDelivering({ ...connected, onResult: onDelivered });
  stops.push(() => delivering.stop());
  const runner = await runSchedules(database, settings, clock, log, serviceKey);
  stops.push(() => runner.stop());
  return () => loop.wake();
}

/** Listens for people and MCUBE, or in a process that only works, where it was told to, for those who watch it. */
async function listen(parts: ServerParts, stops: Stops): Promise<string | undefined> {
  const { host, port, workerPort, roles } = parts.settings;
  const isWeb = roles.includes('web');
  const ownPort = isWeb ? port : workerPort;
  if (ownPort === null) return undefined;
  const server = createServer(parts);
  // First to stop: nothing new comes in while the rest finishes.
  stops.push(() => server.close());
  const address = await server.listen({ host, port: ownPort });
  return isWeb ? address : undefined;
}

function observer(metrics: Metrics, log: Log): BatchObserver {
  return {
    processed({ settled, told, openedLeads, seconds }) {
      metrics.batchSeconds.observe(seconds);
      metrics.eventSeconds.observe(seconds / settled.length);
      metrics.leadsCreated.inc(openedLeads);
      for (const { state } of settled) metrics.processedEvents.inc({ result: state });
      log.info({ events: settled.length, calls: told.length, new_leads: openedLeads }, 'MCUBE Webhook: processed');
      // Under load one line a batch is enough; the call id is not logged, since it begins with the caller's number.
      if (told.length > MOST_TOLD) return;
      for (const { direction, phone_sanitized, status } of told)
        log.info({ direction, phone_number: maskPhoneNumber(phone_sanitized), status }, 'MCUBE Webhook: call');
    },
    failed() {
      metrics.leadCreationFailures.inc();
    },
  };
}

const MOST_TOLD = 10;
