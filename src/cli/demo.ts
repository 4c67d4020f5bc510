import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { startDatabase } from '../db/start-database.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';
import { measureInbox } from '../models/inbox-depth.ts';
import { ensureAdministrator } from '../services/ensure-administrator.ts';
import { createInboxWorker } from '../services/work-inbox.ts';
import { demoEvents } from '../simulate/demo.ts';
import { firstStart } from './banner.ts';
import { storeDemoRecordings } from './demo-recordings.ts';
import { addDemoPeople, appendDemoEvents, isEmpty } from './fill-with-demo.ts';
import { workDemoLeads } from './work-demo-leads.ts';

export type Demo = {
  /** To be called once the service holds the database itself: until then it keeps the embedded server running. */
  close(): Promise<void>;
};

/**
 * Fills an empty database with people and a month of calls, before the service starts: each event is processed as every
 * event is, by a worker of our own that does not log each call. On a database with calls it says so and does nothing.
 */
export async function prepareDemo(settings: Settings, log: Log, stopped: AbortSignal): Promise<Demo> {
  const { database, close } = await startDatabase(settings, log, 3);
  try {
    await migrate(database);
    // First, since the administrator gets the calls that nobody else gets.
    const password = await ensureAdministrator({ database, settings });
    if (password !== undefined) process.stdout.write(firstStart(password));
    if (await isEmpty(database)) await fill(database, settings, log, stopped);
    else process.stdout.write('\n  The database holds calls already, so no demo data was added.\n');
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(database: Database, settings: Settings, log: Log, stopped: AbortSignal): Promise<void> {
  const people = await addDemoPeople(database, settings);
  const events = demoEvents({ seed: 1, until: systemClock.now() });
  await appendDemoEvents(database, events);
  let calls = 0;
  const observer = {
    processed({ createdRecords }: { createdRecords: readonly number[] }) {
      calls += createdRecords.length;
    },
    failed: () => undefined,
  };
  const worker = createInboxWorker(database, settings, systemClock, log, observer);
  for (let waiting = events.length; waiting > 0 && !stopped.aborted; ) {
    // What another process of the service has taken meanwhile is waited for.
    if (!(await worker.work()).more) await sleep(50);
    ({ waiting } = await measureInbox(database));
    progress(`  Demo: ${events.length - waiting} of ${events.length} events processed`);
  }
  if (!stopped.aborted) await workDemoLeads(database, settings, systemClock.now());
  const sounds = stopped.aborted ? 0 : await storeDemoRecordings(database, settings, log);
  process.stdout.write(
    `\n  Demo: ${people} people and ${calls} calls of the last 30 days were added, ${sounds} of them with a recording.\n`,
  );
}

/** One line that grows on a terminal; elsewhere the last word is enough. */
function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
}
