import { Logger, type LogLevel, type Runner, run, type TaskList } from 'graphile-worker';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';
import { foldLeadRollup } from '../models/lead-rollup.ts';
import type { ServiceKey } from '../security/service-key.ts';
import { closeHangingCalls } from './close-hanging-calls.ts';
import { deleteExpired } from './delete-expired.ts';
import { pushMissedCalls } from './push/push-missed-calls.ts';
import { wakeMissedCalls } from './wake-missed-calls.ts';

/** What happens by the clock, whichever process gets to it first; times are UTC. */
const CRONTAB = [
  '* * * * * close_hanging_calls',
  '* * * * * wake_missed_calls',
  '*/10 * * * * fold_lead_rollup',
  '30 20 * * * delete_expired',
].join('\n');

/** Runs the schedules, and later every job of the service, from the one job table in the database. */
export async function runSchedules(
  database: Database,
  settings: Settings,
  clock: Clock,
  log: Log,
  serviceKey: ServiceKey,
): Promise<Runner> {
  const taskList: TaskList = {
    async close_hanging_calls() {
      const closed = await closeHangingCalls(database, settings, clock.now());
      if (closed > 0) log.info({ closed }, 'closed calls whose hang-up never arrived');
    },
    async fold_lead_rollup() {
      await foldLeadRollup(database);
    },
    async push_missed_calls(job) {
      await pushMissedCalls({ database, settings, clock, log, serviceKey }, job);
    },
    async wake_missed_calls() {
      await wakeMissedCalls(database, clock.now());
    },
    async delete_expired() {
      log.info(await deleteExpired(database, settings, clock.now()), 'deleted what is older than it is kept');
    },
  };
  return await run({
    pgPool: database.pool,
    taskList,
    crontab: CRONTAB,
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => log[LEVELS[level]](message)),
  });
}

/** The job library tells of every job; that belongs to debugging here. */
const LEVELS: Record<`${LogLevel}`, 'error' | 'warn' | 'debug'> = {
  error: 'error',
  warning: 'warn',
  info: 'debug',
  debug: 'debug',
};
