import { Type } from 'typebox';
import { byCustomer, overTheLastDay } from '../load/call-numbers.ts';
import { ratio, whole } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { median } from '../report/statistics.ts';
import { writeBareRows } from '../support/bare-rows.ts';
import { type Child, startChild } from '../support/child.ts';
import { fillInbox } from '../support/fill-inbox.ts';
import { createOffice } from '../support/office.ts';
import { checkpoint } from '../support/postgres.ts';
import { compareWithAccepted } from '../support/stored-calls.ts';
import type { Context } from './context.ts';

const CUSTOMERS = 10_000;

/** Loops of the inbox in one process: the service runs two. */
const SETUPS = [
  { name: 'one worker, one loop', processes: 1, loops: 1 },
  { name: 'one worker as the service runs it, two loops', processes: 1, loops: 2 },
  { name: 'two workers, two processes', processes: 2, loops: 2 },
] as const;

/** Processor time is in microseconds a call. */
type Run = {
  perSecond: number;
  bare: number;
  nodeTime: number;
  postgresTime: number;
  bareTime: number;
  eventsABatch: number;
};

/** From the inbox to committed call records, beside the same rows written by PostgreSQL alone. */
export async function benchProcess(context: Context): Promise<Section> {
  const [rounds, calls] = context.quick ? [1, 60_000] : [3, 100_000];
  const failures: string[] = [];
  const runs = SETUPS.map((): Run[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [place, setup] of SETUPS.entries()) {
      runs[place]?.push(await measure(context, setup, calls, failures));
    }
  }
  const rows = SETUPS.map(({ name }, place) => {
    const of = (figure: (run: Run) => number) => median((runs[place] ?? []).map(figure));
    return [
      name,
      `${whole(of((run) => run.perSecond))}/s`,
      `${whole(of((run) => run.bare))}/s`,
      `**${ratio(of((run) => run.perSecond / run.bare))}**`,
      whole(of((run) => run.eventsABatch)),
      `${whole(of((run) => run.nodeTime))} + ${whole(of((run) => run.postgresTime))} µs`,
      `${whole(of((run) => run.bareTime))} µs`,
    ];
  });
  return {
    title: '2. Inbox to committed record',
    aim: '30,000 calls/s.',
    tables: [
      {
        head: [
          '',
          'calls/s',
          'bare rows/s',
          'ratio',
          'events a batch',
          'CPU a call: Node + PostgreSQL',
          'CPU a bare row',
        ],
        rows,
      },
    ],
    notes: [
      `${whole(calls)} calls of ${whole(CUSTOMERS)} customers, every call id new, every customer a new lead, spread over the last day; medians of ${rounds} runs. ` +
        'Bare rows: the same rows put into a table like mcube_call_record with all its indexes, by insert … select inside ' +
        'PostgreSQL, 2,000 a commit, right after each run. Processor time says more than speed where others use the machine.',
    ],
    failures,
  };
}

async function measure(
  { postgres, profileTo }: Context,
  { name, processes, loops }: (typeof SETUPS)[number],
  calls: number,
  failures: string[],
): Promise<Run> {
  const database = await postgres.createDatabase('bench_process');
  const workers: Child[] = [];
  try {
    await createOffice(database);
    const accepted = await fillInbox(database, overTheLastDay(byCustomer(CUSTOMERS), calls, new Date()), 0, calls);
    for (let worker = 0; worker < processes; worker++)
      workers.push(startChild('children/inbox-worker.ts', [database.url, String(loops)], { profileTo }));
    for (const worker of workers) await worker.next(Type.Object({ ready: Type.Boolean() }));
    await checkpoint(database);
    const postgresBefore = await postgres.cpuSeconds();
    const begun = performance.now();
    for (const worker of workers) worker.send({ work: calls });
    const told = await Promise.all(workers.map((worker) => worker.next(Worked, 300)));
    const seconds = (performance.now() - begun) / 1_000;
    const postgresTime = (await postgres.cpuSeconds()) - postgresBefore;
    failures.push(...(await compareWithAccepted(database, accepted, name)));
    if (accepted !== calls) failures.push(`${name}: only ${accepted} of ${calls} were accepted.`);
    const sum = (figure: (worked: (typeof told)[number]) => number) =>
      told.reduce((total, worked) => total + figure(worked), 0);
    const failed = sum(({ failedAttempts }) => failedAttempts);
    if (failed > 0) failures.push(`${name}: ${failed} attempts at single events failed.`);
    await checkpoint(database);
    const bareBefore = await postgres.cpuSeconds();
    const bare = await writeBareRows(database);
    const bareTime = (await postgres.cpuSeconds()) - bareBefore;
    const aCall = (seconds: number) => (seconds * 1e6) / calls;
    return {
      perSecond: calls / seconds,
      bare,
      nodeTime: aCall(sum(({ cpuSeconds }) => cpuSeconds)),
      postgresTime: aCall(postgresTime),
      bareTime: aCall(bareTime),
      eventsABatch:
        sum(({ events }) => events) /
        Math.max(
          sum(({ batches }) => batches),
          1,
        ),
    };
  } finally {
    for (const worker of workers) await worker.stop();
    await database.drop();
  }
}

const Worked = Type.Object({
  events: Type.Number(),
  batches: Type.Number(),
  failedAttempts: Type.Number(),
  cpuSeconds: Type.Number(),
});
