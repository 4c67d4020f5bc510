import { randomBytes } from 'node:crypto';
import { createServer as createBareServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '../../src/db/database.ts';
import { createServer } from '../../src/http/server.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { createMetrics } from '../../src/kernel/metrics.ts';
import { readSettings } from '../../src/kernel/settings.ts';
import { createServiceKey } from '../../src/security/service-key.ts';
import { tellOfEvents } from '../../src/services/inbox-signal.ts';

// One of the three servers that are compared: `durable` is the service's own, `storeless` is the same with a lane that
// promises at once, `bare` is node:http that reads a body and answers.
const [kind, databaseUrl = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
process.send?.({ url: kind === 'bare' ? await startBare() : await startService(kind === 'durable') });

async function startService(durable: boolean): Promise<string> {
  const settings = readSettings({ LOG_LEVEL: 'warn' });
  const database = openDatabase(databaseUrl);
  const log = createLog(settings, false);
  const serviceKey = createServiceKey(randomBytes(32));
  const parts = { settings, database, log, clock: systemClock, metrics: createMetrics(), serviceKey };
  const lane = { append: () => Promise.resolve(true), close: () => Promise.resolve() };
  const server = createServer({ ...parts, ...(durable ? { wakeInbox: tellOfEvents(database) } : { lane }) });
  return await server.listen({ host: '127.0.0.1', port: 0 });
}

async function startBare(): Promise<string> {
  const answer = JSON.stringify({ status: 'accepted', message: 'Request accepted for processing' });
  const head = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(answer) };
  const server = createBareServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => response.writeHead(202, head).end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
