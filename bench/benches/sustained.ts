import { milliseconds, whole } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { median } from '../report/statistics.ts';
import { createOffice } from '../support/office.ts';
import { checkpoint } from '../support/postgres.ts';
import { type Layout, type Service, startService } from '../support/service.ts';
import { compareWithAccepted, waitUntilWorked } from '../support/stored-calls.ts';
import { findMost } from '../sustained/find-most.ts';
import { findRate } from '../sustained/find-rate.ts';
import { type Hold, holdRate, isGrowing } from '../sustained/hold-rate.ts';
import type { Context } from './context.ts';

const LAYOUTS: readonly Layout[] = ['web and worker', 'one process'];

/** How many calls a second are both accepted and processed, for so long that the inbox would show it if not. */
export async function benchSustained(context: Context): Promise<Section> {
  const failures: string[] = [];
  const rows: string[][] = [];
  const depths: string[][] = [];
  for (const layout of LAYOUTS) {
    const { hold, tries } = await measure(context, layout, failures);
    const growing = isGrowing(hold);
    rows.push([
      layout,
      `**${whole(hold.processedPerSecond)}/s**${growing ? ' (the inbox grew)' : ''}`,
      `${whole(hold.acceptedPerSecond)}/s`,
      `${milliseconds(hold.p50)} / ${milliseconds(hold.p99)} ms`,
      String(tries),
    ]);
    depths.push([layout, ...everyTenth(hold.depths).map(whole)]);
  }
  const seconds = secondsOf(context);
  return {
    title: `3. Sustained: accepted = processed, for ${seconds} s`,
    aim: '18,000 calls/s on two cores, the inbox not growing.',
    tables: [
      { head: ['', 'processed', 'accepted', 'accept p50 / p99', 'holds tried'], rows },
      {
        head: [
          'events waiting',
          ...Array.from({ length: 10 }, (_, place) => `${Math.round((seconds * (place + 1)) / 10)} s`),
        ],
        rows: depths,
      },
    ],
    notes: [
      '64 connections at an even rate, every call id new, 10,000 customers. The rate is found by raising it while the inbox ' +
        'stays shallow and lowering it when not, then held; then a little more or less, for the most at which the inbox does not grow.',
    ],
    failures,
  };
}

function secondsOf({ quick }: Context): number {
  return quick ? 8 : 30;
}

async function measure(context: Context, layout: Layout, failures: string[]): Promise<{ hold: Hold; tries: number }> {
  const { postgres, profileTo, quick } = context;
  const database = await postgres.createDatabase('bench_sustained');
  let service: Service | undefined;
  try {
    await createOffice(database);
    service = await startService(database.url, layout, { profileTo });
    let accepted = 0;
    let rate = context.rate;
    if (rate === undefined) {
      const found = await findRate(service.url, database, quick ? 10 : 20);
      accepted += found.accepted;
      rate = found.rate;
      await waitUntilWorked(database, 60);
    }
    const { url } = service;
    const found = await findMost(rate, context.rate !== undefined ? 1 : 4, async (held) => {
      await checkpoint(database);
      const hold = await holdRate(url, database, held, secondsOf(context));
      accepted += hold.accepted;
      if (hold.refused > 0) failures.push(`${layout}: ${hold.refused} requests were not accepted.`);
      if (!(await waitUntilWorked(database, 60))) failures.push(`${layout}: the inbox was not empty after a minute.`);
      return hold;
    });
    failures.push(...(await compareWithAccepted(database, accepted, layout)));
    return found;
  } finally {
    await service?.stop();
    await database.drop();
  }
}

/** The median of each tenth. */
function everyTenth(values: readonly number[]): number[] {
  return Array.from({ length: 10 }, (_, place) =>
    median(values.slice(Math.floor((place * values.length) / 10), Math.floor(((place + 1) * values.length) / 10))),
  );
}
