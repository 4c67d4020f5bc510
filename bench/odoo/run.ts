import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type OdooVersion, VERSIONS } from '../../test/odoo/server/roots.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { describeProcessorTime, readProcessorTime } from '../machine/processor-time.ts';
import { milliseconds, ratio, whole } from '../report/number-text.ts';
import { type Section, writeSection } from '../report/section.ts';
import { quantile } from '../report/statistics.ts';
import { makeLeads } from './make-leads.ts';
import { measureLimit, measureLimitWithNotes } from './measure-limit.ts';
import { startBenchOdoo } from './start-odoo.ts';
import { startBenchService } from './start-service.ts';

/** How fast calls get to Odoo, against what its external API allows in the same run. */
const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
const CALLS = values.quick ? 400 : 2_000;
const CUSTOMERS = values.quick ? 40 : 200;
const LEADS = values.quick ? 500 : 5_000;
const ONE_BY_ONE = values.quick ? 10 : 40;
const SECONDS = values.quick ? 10 : 30;

const parts = [
  '# Calls into Odoo',
  `\`npm run bench:odoo${values.quick ? ' -- --quick' : ''}\` of ${new Date().toISOString().slice(0, 10)} on ${describeMachine('18')}`,
];
let failures = 0;
for (const version of VERSIONS) {
  const section = await benchVersion(version);
  failures += section.failures.length;
  parts.push(writeSection(section));
  process.stdout.write(`${parts.at(-1)}\n\n`);
}
if (values.write) await writeFile(new URL('../ODOO.md', import.meta.url), `${parts.join('\n\n')}\n`);
process.exitCode = failures === 0 ? 0 : 1;

async function benchVersion(version: OdooVersion): Promise<Section> {
  const before = await readProcessorTime();
  const odoo = await startBenchOdoo(version);
  const service = await startBenchService(odoo);
  try {
    // The first calls are slow: Odoo fills its caches.
    await measureLimitWithNotes(odoo.way.transport, 200, 100);
    const limit = {
      batched: await measureLimit(odoo.way.transport, CALLS, 200),
      told: await measureLimitWithNotes(odoo.way.transport, CALLS, 200),
      single: await measureLimit(odoo.way.transport, ONE_BY_ONE, 1),
    };
    await service.postCalls(CALLS, CUSTOMERS);
    await makeLeads(odoo.way.transport, LEADS);
    const { delivered, read } = await service.connect();
    const older = CALLS / delivered;
    const started = performance.now();
    await service.postCalls(CALLS, CUSTOMERS);
    await service.drained();
    const fresh = CALLS / ((performance.now() - started) / 1000);
    const closed: number[] = [];
    for (let done = 0; done < ONE_BY_ONE; done++) closed.push(await service.visibleAfter());
    const single = ONE_BY_ONE / (closed.reduce((sum, one) => sum + one, 0) / 1000);
    const paced = await service.visibleAtPace(SECONDS);
    const lost = await service.countMissing();
    const row = (what: string, rate: number, most: number) => [
      what,
      `${whole(rate)}/s`,
      `${whole(most)}/s`,
      `**${ratio(rate / most)}**`,
    ];
    return {
      title: `Odoo ${version}`,
      aim: 'every call there, and a call seen there within a second or two.',
      tables: [
        {
          head: ['', 'calls', "the API's own", 'ratio'],
          rows: [
            row('recorded before the connection, batched', older, limit.batched),
            row("coming in, batched, each told in its lead's chatter", fresh, limit.told),
            row('one by one, the next when the last is seen in Odoo', single, limit.single),
          ],
        },
        {
          head: ['at 1 call/s', 'p50', 'p99', 'most'],
          rows: [
            [
              'webhook posted → seen in Odoo',
              ...[0.5, 0.99, 1].map((share) => `${milliseconds(quantile(paced, share))} ms`),
            ],
          ],
        },
      ],
      notes: [
        `${whole(LEADS)} leads that people had typed there were read in ${read.toFixed(1)} s, while those calls went out.`,
        `${whole(CALLS)} calls of ${CUSTOMERS} customers, whose leads are made as well; the API's own are bare call records of as many fields, 200 a call, the same with as many notes, and one a call, one after the other. ${SECONDS} s at 1 call/s; Odoo is asked for each every 50 ms.`,
        `${describeProcessorTime(before, await readProcessorTime())} of ${availableParallelism()} cores while this ran, load ${loadavg()
          .map((load) => load.toFixed(1))
          .join(' / ')}.`,
      ],
      failures: lost === 0 ? [] : [`${lost} calls are not in Odoo.`],
    };
  } finally {
    await service.close();
    await odoo.close();
  }
}
