import { setTimeout as sleep } from 'node:timers/promises';
import { createAsk } from '../load/ask.ts';
import { byCustomer, callIdOf, freshCallNumber } from '../load/call-numbers.ts';
import { createBodyTemplate } from '../load/request-template.ts';
import { quantile } from '../report/statistics.ts';

// Posts calls at an even rate and asks for each until the API shows it.
const [service = '', apiKey, rate = '40', seconds = '20'] = process.argv.slice(2);
const ask = createAsk(service);
const numbersOf = byCustomer(10_000);
const template = createBodyTemplate('cloud', numbersOf);
const PATIENCE_MS = 10_000;
/** Seconds at the beginning that are not measured. */
const WARM_UP = 2;

process.on('disconnect', () => process.exit());
const first = freshCallNumber(new Date());
const begun = performance.now();
const visible: number[] = [];
const accepted: number[] = [];
let missing = 0;
const watched: Promise<void>[] = [];
const calls = (Number(seconds) + WARM_UP) * Number(rate);
for (let call = 0; call < calls; call++) {
  const at = begun + (call * 1_000) / Number(rate);
  if (at > performance.now()) await sleep(at - performance.now());
  watched.push(postAndWatch(first + call, call >= WARM_UP * Number(rate)));
}
await Promise.all(watched);
process.send?.({
  posted: calls,
  calls: visible.length,
  missing,
  p50: quantile(visible, 0.5),
  p99: quantile(visible, 0.99),
  most: quantile(visible, 1),
  acceptedP50: quantile(accepted, 0.5),
  acceptedP99: quantile(accepted, 0.99),
});

async function postAndWatch(number: number, measured: boolean): Promise<void> {
  const body = template.fill(number).toString('latin1');
  const path = `/api/call-records?call_id=${callIdOf(numbersOf(number))}`;
  const posted = performance.now();
  await ask('POST', '/mcube/webhook', { 'content-type': 'application/json' }, body);
  const answered = performance.now();
  while (performance.now() < posted + PATIENCE_MS) {
    const answer = await ask('GET', path, { authorization: `Bearer ${apiKey}` });
    if (!answer.startsWith('{"data":[{')) {
      // Asking without a pause would itself be what the answer waits for.
      await sleep(Math.max(1, (performance.now() - posted) / 10));
      continue;
    }
    if (measured) visible.push(performance.now() - posted);
    if (measured) accepted.push(answered - posted);
    return;
  }
  missing += 1;
}
