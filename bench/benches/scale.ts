import { sql } from 'kysely';
import { milliseconds, ratio, whole } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { median } from '../report/statistics.ts';
import { daysOf, fillDatabase, type Past } from '../scale/fill-database.ts';
import { addNewCalls } from '../scale/new-calls.ts';
import { QUESTIONS, type Question } from '../scale/questions.ts';
import { createOffice } from '../support/office.ts';
import { type BenchDatabase, checkpoint } from '../support/postgres.ts';
import { compareWithAccepted } from '../support/stored-calls.ts';
import type { Context } from './context.ts';

type Site = { database: BenchDatabase; past: Past; bytes: number; fillSeconds: number };

const RUNS = 200;
/** A question that takes long is asked less often: no more than so many seconds for all sizes together. */
const MOST_SECONDS = 30;
const WARM_UP_RUNS = 10;

/** The same questions, and the same work, with few calls and with very many. */
export async function benchScale({ postgres, sizes, quick }: Context): Promise<Section> {
  const sites: Site[] = [];
  const failures: string[] = [];
  const [rounds, newCalls] = quick ? [3, 2_000] : [7, 4_000];
  try {
    for (const calls of sizes) {
      const database = await postgres.createDatabase(`bench_scale_${calls}`);
      const begun = performance.now();
      const { agentIds } = await createOffice(database);
      const past = await fillDatabase(database, calls, agentIds);
      const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
        database.kysely,
      );
      sites.push({ database, past, bytes: rows[0]?.bytes ?? 0, fillSeconds: (performance.now() - begun) / 1_000 });
    }
    const rows: string[][] = [];
    for (const question of QUESTIONS) {
      rows.push(row(question.name, await ask(question, sites), (value) => `${milliseconds(value)} ms`, 'less'));
    }
    const speeds = await addEverywhere(sites, rounds, newCalls, failures);
    rows.push(row('new calls, accepted and processed', speeds, (value) => `${whole(value)}/s`, 'more'));
    return {
      title: '5. Scale',
      aim: 'within 1.3 of the small case.',
      tables: [
        { head: ['p50 (and against the small case)', ...sites.map(({ past }) => `${whole(past.calls)} calls`)], rows },
        {
          head: ['', ...sites.map(({ past }) => `${whole(past.calls)} calls`)],
          rows: [
            ['days they span', ...sites.map(({ past }) => whole(daysOf(past.calls)))],
            ['size on disk', ...sites.map(({ bytes }) => `${whole(bytes / 1024 ** 2)} MB`)],
            ['time to fill', ...sites.map(({ fillSeconds }) => `${whole(fillSeconds)} s`)],
          ],
        },
      ],
      notes: [
        `Through the model functions the API's routes use, without HTTP: ${RUNS} runs of each question, the sizes in turns, everything ` +
          `in memory as far as it fits. New calls: medians of ${rounds} rounds of ${whole(newCalls)}, 50 to a commit, one worker loop. ` +
          'One lead per ten calls, 20 agents, 10 virtual numbers; call ids are the phone of the agent, then the epoch.',
      ],
      failures,
    };
  } finally {
    for (const { database } of sites) await database.drop();
  }
}

async function ask({ ask }: Question, sites: readonly Site[]): Promise<number[]> {
  const times = sites.map((): number[] => []);
  for (const { database, past } of sites)
    for (let run = 0; run < WARM_UP_RUNS; run++) await ask(database, past, RUNS + run);
  const endsAt = performance.now() + MOST_SECONDS * 1_000;
  for (let run = 0; run < RUNS && performance.now() < endsAt; run++) {
    for (const [place, { database, past }] of sites.entries()) {
      const begun = performance.now();
      await ask(database, past, run);
      times[place]?.push(performance.now() - begun);
    }
  }
  return times.map(median);
}

async function addEverywhere(
  sites: readonly Site[],
  rounds: number,
  count: number,
  failures: string[],
): Promise<number[]> {
  const speeds = sites.map((): number[] => []);
  const accepted = sites.map(({ past }) => past.calls);
  for (const { database } of sites) await checkpoint(database);
  for (let round = 0; round <= rounds; round++) {
    for (const [place, { database, past }] of sites.entries()) {
      const added = await addNewCalls(database, past, round * count, count);
      accepted[place] = (accepted[place] ?? 0) + added.accepted;
      // The first round warms up.
      if (round > 0) speeds[place]?.push(added.perSecond);
    }
  }
  for (const [place, { database, past }] of sites.entries())
    failures.push(
      ...(await compareWithAccepted(database, accepted[place] ?? 0, `${whole(past.calls)} calls and new ones`)),
    );
  return speeds.map(median);
}

function row(
  name: string,
  values: readonly number[],
  text: (value: number) => string,
  better: 'less' | 'more',
): string[] {
  const [small = 0] = values;
  return [
    name,
    ...values.map((value, place) => {
      const slower = better === 'less' ? value / small : small / value;
      return place === 0 ? text(value) : `${text(value)} (**${ratio(slower)}**)`;
    }),
  ];
}
