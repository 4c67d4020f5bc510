import { readFile, writeFile } from 'node:fs/promises';
import { openDatabase } from '../src/db/database.ts';
import { createServer } from '../src/http/server.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { createLog } from '../src/kernel/log.ts';
import { createMetrics } from '../src/kernel/metrics.ts';
import { readSettings } from '../src/kernel/settings.ts';
import { createServiceKey } from '../src/security/service-key.ts';

/** Writes docs/openapi.json from the routes; with --check it only says whether the file still is what they say. */
const FILE = new URL('../docs/openapi.json', import.meta.url);

const settings = readSettings({});
// Never connected to: building the server asks the database nothing.
const database = openDatabase('postgres://127.0.0.1/unused');
const app = createServer({
  settings,
  database,
  log: createLog(settings, false),
  clock: systemClock,
  metrics: createMetrics(),
  serviceKey: createServiceKey(Buffer.alloc(32)),
});
const { body } = await app.inject('/api/openapi.json');
const described = `${JSON.stringify(JSON.parse(body), null, 2)}\n`;
await app.close();
await database.close();

if (!process.argv.includes('--check')) await writeFile(FILE, described);
else if ((await readFile(FILE, 'utf8')) !== described) {
  console.error('docs/openapi.json is not what the routes say: run node scripts/openapi.ts');
  process.exitCode = 1;
}
