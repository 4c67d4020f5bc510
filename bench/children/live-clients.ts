import { setTimeout as sleep } from 'node:timers/promises';
import { createAsk } from '../load/ask.ts';
import { byCustomer, callIdOf, freshCallNumber } from '../load/call-numbers.ts';
import { followEvents } from '../load/event-stream.ts';
import { createBodyTemplate } from '../load/request-template.ts';
import { quantile } from '../report/statistics.ts';

// Signed-in clients that behave like the web application, while calls are posted at an even rate.
const [service = '', apiKey = '', clients = '50', rate = '50', seconds = '20'] = process.argv.slice(2);
/** As the web application does: at once, and then no more often than this (web/live/follow-changes.ts). */
const PAUSE_MS = 1_000;
/** Every fifth looks at the dashboard, the others at the list of calls with the counter of missed ones. */
const LOOKS_AT_DASHBOARD = 5;
const PATIENCE_MS = 10_000;

process.on('disconnect', () => process.exit());
const ask = createAsk(service);
const key = { authorization: `Bearer ${apiKey}` };
const today = new Date().toISOString().slice(0, 10);
const before = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
const LIST = ['/api/call-records?limit=25&sort=-call_date', '/api/missed-calls?state=open&limit=1'];
const DASHBOARD = [`/api/dashboard?from=${before}&to=${today}`];
const times = { list: [] as number[], dashboard: [] as number[] };
const heard = await Promise.all(Array.from({ length: Number(clients) }, (_, client) => startClient(client)));

const numbersOf = byCustomer(10_000);
const template = createBodyTemplate('cloud', numbersOf);
const posted = new Map<string, number>();
const first = freshCallNumber(new Date());
const begun = performance.now();
const calls = Number(seconds) * Number(rate);
const posts: Promise<string>[] = [];
for (let call = 0; call < calls; call++) {
  const at = begun + (call * 1_000) / Number(rate);
  if (at > performance.now()) await sleep(at - performance.now());
  posted.set(callIdOf(numbersOf(first + call)), performance.now());
  const body = template.fill(first + call).toString('latin1');
  posts.push(ask('POST', '/mcube/webhook', { 'content-type': 'application/json' }, body));
}
await Promise.all(posts);
const recordOf = await readRecords();
const endsAt = performance.now() + PATIENCE_MS;
while (heard.some(({ size }) => size < recordOf.size) && performance.now() < endsAt) await sleep(50);

const delays = heard.flatMap((times) =>
  [...recordOf].flatMap(([id, callId]) => (times.get(id) ?? Number.NaN) - (posted.get(callId) ?? Number.NaN)),
);
process.send?.({
  posted: calls,
  recorded: recordOf.size,
  missed: delays.filter(Number.isNaN).length,
  heardP50: quantile(delays, 0.5),
  heardP99: quantile(delays, 0.99),
  listP50: quantile(times.list, 0.5),
  listP99: quantile(times.list, 0.99),
  lists: times.list.length,
  dashboardP50: quantile(times.dashboard, 0.5),
  dashboardP99: quantile(times.dashboard, 0.99),
  dashboards: times.dashboard.length,
});

/** When it first heard of each call record. */
async function startClient(client: number): Promise<Map<number, number>> {
  const atDashboard = client % LOOKS_AT_DASHBOARD === 0;
  const heard = new Map<number, number>();
  let pausing = false;
  let changed = false;
  const reload = async () => {
    changed = false;
    pausing = true;
    setTimeout(() => {
      pausing = false;
      if (changed) void reload();
    }, PAUSE_MS);
    const asked = performance.now();
    await Promise.all((atDashboard ? DASHBOARD : LIST).map((path) => ask('GET', path, key)));
    (atDashboard ? times.dashboard : times.list).push(performance.now() - asked);
  };
  await followEvents(service, apiKey, (ids) => {
    const now = performance.now();
    for (const id of ids) if (!heard.has(id)) heard.set(id, now);
    changed = true;
    if (!pausing) void reload();
  });
  return heard;
}

/** The records of the calls that were posted: id to call_id. */
async function readRecords(): Promise<Map<number, string>> {
  const records = new Map<number, string>();
  for (const endsAt = performance.now() + PATIENCE_MS; performance.now() < endsAt; await sleep(100)) {
    for (let page = 1; ; page++) {
      const path = `/api/call-records?limit=200&page=${page}&sort=id`;
      const { data = [] }: { data?: { id: number; call_id: string }[] } = JSON.parse(await ask('GET', path, key));
      for (const { id, call_id } of data) if (posted.has(call_id)) records.set(id, call_id);
      if (data.length < 200) break;
    }
    if (records.size === posted.size) break;
  }
  return records;
}
