import { openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { createInboxWorker } from '../../src/services/work-inbox.ts';

// A worker without the service around it: when told to, it works until the inbox is empty, and tells what it did.
const [databaseUrl = '', loops = '1'] = process.argv.slice(2);
const settings = readSettings({ LOG_LEVEL: 'warn' });
const log = createLog(settings, false);
const database = openDatabase(databaseUrl);
let events = 0;
let batches = 0;
let failedAttempts = 0;

async function workUntilEmpty(): Promise<void> {
  const worker = createInboxWorker(database, settings, systemClock, log, {
    processed(batch) {
      events += batch.settled.length;
      batches += 1;
    },
    failed() {
      failedAttempts += 1;
    },
  });
  while ((await worker.work()).more);
}

process.on('disconnect', () => database.close().finally(() => process.exit()));
process.once('message', async () => {
  const cpu = process.cpuUsage();
  await Promise.all(Array.from({ length: Number(loops) }, workUntilEmpty));
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({ events, batches, failedAttempts, cpuSeconds: (user + system) / 1e6 });
});
await database.pool.query('select');
process.send?.({ ready: true });
