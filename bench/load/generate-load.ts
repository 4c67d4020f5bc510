import { performance } from 'node:perf_hooks';
import type { LoadBody } from './call-bodies.ts';
import { byCustomer, freshCallNumber } from './call-numbers.ts';
import { createHistogram } from './latency-histogram.ts';
import { keepPosting, type Run } from './load-connection.ts';
import { createPace, type Pace } from './pace.ts';
import { createRequestTemplate } from './request-template.ts';

export type LoadOptions = {
  /** The address posted to, over plain HTTP. */
  url: string;
  connections: number;
  /** The run ends after so many seconds or so many requests, whichever comes first. */
  seconds: number;
  count: number;
  /** Seconds at the beginning that are sent but not measured. */
  warmUp: number;
  customers: number;
  body: LoadBody;
  /** The number of the first call; every number is a call of its own. By default one that no earlier run has used. */
  first?: number;
  /** Requests a second in all; by default as many as the answers allow. */
  pace?: Pace;
  /** Told of the 2xx answers so far. */
  onAccepted?: (acceptedInAll: number) => void;
};

export type LoadResult = {
  /** Answers in the measured time, and those of them that were 2xx. */
  requests: number;
  accepted: number;
  /** All 2xx answers, those while warming up too: what the service owes. */
  acceptedInAll: number;
  /** By status, and `broken` for connections that ended without an answer. */
  statuses: Record<string, number>;
  seconds: number;
  acceptedPerSecond: number;
  /** Milliseconds from writing a request to its whole answer. */
  p50: number;
  p99: number;
  most: number;
  /** What this process used of the processors it shares with the service. */
  cpuSeconds: number;
  /** The number of the first call, and the first number behind the last. */
  first: number;
  next: number;
};

/** Posts over closed-loop connections: each one sends its next request when the answer to the last is there. */
export async function generateLoad(options: LoadOptions): Promise<LoadResult> {
  const url = new URL(options.url);
  const histogram = createHistogram();
  const statuses = new Map<string, number>();
  const first = options.first ?? freshCallNumber(new Date());
  const begun = performance.now();
  const measureFrom = begun + options.warmUp * 1_000;
  const endsAt = measureFrom + options.seconds * 1_000;
  const cpu = process.cpuUsage();
  let next = first;
  let acceptedInAll = 0;
  let lastAnswer = measureFrom;

  const run: Run = {
    pace: options.pace ?? createPace(Number.POSITIVE_INFINITY),
    isOver: (now) => now >= endsAt || next >= first + options.count,
    takeNumber: () => next++,
    record(status, sentAt, now) {
      if (status.startsWith('2')) {
        acceptedInAll += 1;
        options.onAccepted?.(acceptedInAll);
      }
      if (sentAt < measureFrom) return;
      lastAnswer = now;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== 'broken') histogram.add(now - sentAt);
    },
  };
  const template = () => createRequestTemplate(url, options.body, byCustomer(options.customers));
  await Promise.all(Array.from({ length: options.connections }, () => keepPosting(url, template(), run)));

  const accepted = [...statuses].reduce((sum, [status, count]) => sum + (status.startsWith('2') ? count : 0), 0);
  const seconds = Math.max(lastAnswer - measureFrom, 1) / 1_000;
  const used = process.cpuUsage(cpu);
  return {
    requests: [...statuses.values()].reduce((sum, count) => sum + count, 0),
    accepted,
    acceptedInAll,
    statuses: Object.fromEntries(statuses),
    seconds: Number(seconds.toFixed(3)),
    acceptedPerSecond: Math.round(accepted / seconds),
    p50: histogram.quantile(0.5),
    p99: histogram.quantile(0.99),
    most: histogram.quantile(1),
    cpuSeconds: (used.user + used.system) / 1_000_000,
    first,
    next,
  };
}
