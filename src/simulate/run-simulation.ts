import { performance } from 'node:perf_hooks';
import type { Clock } from '../kernel/clock.ts';
import { awaitStored } from './await-stored.ts';
import { type Balance, balanceOf } from './balance.ts';
import { encodeEvent } from './encode-event.ts';
import type { SimulatedFamily } from './lines.ts';
import { pause, postPersistently } from './persistence.ts';
import { planTraffic } from './plan-traffic.ts';
import { createPoster } from './poster.ts';
import type { FindStoredCalls } from './stored-calls.ts';
import { createTally } from './tally.ts';

export type SimulationOptions = {
  /** The webhook's address, with its token if it has one. */
  url: string;
  calls: number;
  /** Calls that begin in a second; 0 sends as fast as the service answers. */
  rate: number;
  family: SimulatedFamily;
  seed: number;
  connections: number;
  /** A gap between two events of a call is that many times shorter than in life, within 0.2-3 seconds. */
  timeScale: number;
  /** 0: calls that end about now. Otherwise calls of the working hours of so many days gone by. */
  days: number;
  /** Whether an event is posted again on 503, 429 and broken connections. MCUBE itself never does. */
  retry: boolean;
  /** Whether the service opens leads for outbound calls too. */
  outboundLeads: boolean;
  /** Where the recordings are served, without a slash at the end. */
  recordingsUrl: string;
  /** How long to wait for stored calls while none arrives. */
  patienceMs: number;
};

export type SimulationParts = {
  clock: Clock;
  /** null: what is stored is not compared. */
  findStoredCalls: FindStoredCalls | null;
  progress: Progress;
  /** Stops the sending; what was accepted is still compared. */
  stopSending: AbortSignal;
  /** Stops the comparing too. */
  stopWaiting: AbortSignal;
};

export type Progress = {
  sent(calls: number, events: number): void;
  stored(calls: number, of: number): void;
  done(): void;
};

/** Plays MCUBE against a service, then compares what was accepted with what is stored. */
export async function runSimulation(options: SimulationOptions, parts: SimulationParts): Promise<Balance> {
  const { clock, findStoredCalls, progress, stopSending, stopWaiting } = parts;
  const traffic = planTraffic(options, clock.now());
  const tally = createTally();
  const poster = createPoster(new URL(options.url), options.connections);
  const begun = performance.now();
  const refusing = new AbortController();
  const stop = AbortSignal.any([stopSending, refusing.signal]);

  async function sendNext(): Promise<void> {
    for (let next = traffic.next(); !next.done && !stop.aborted; next = traffic.next()) {
      const { dueAt, event, call } = next.value;
      if (options.rate > 0) await pause(dueAt - (performance.now() - begun), stop);
      if (stop.aborted) return;
      const encoded = encodeEvent(event);
      const onRetry = () => {
        tally.retries += 1;
      };
      const answer = await postPersistently(() => poster.post(encoded), {
        retry: options.retry,
        signal: stop,
        onRetry,
      });
      tally.add(call, answer);
      progress.sent(tally.calls.size, tally.sent);
      if (answer.kind === 'status' && HOPELESS.has(answer.status)) refusing.abort();
    }
  }

  await Promise.all(Array.from({ length: options.connections }, sendNext));
  poster.close();
  const onFound = (found: number) => progress.stored(found, tally.calls.size);
  const waiting = { patienceMs: options.patienceMs, signal: stopWaiting, onFound };
  const findings = findStoredCalls === null ? null : await awaitStored(tally.calls, findStoredCalls, waiting);
  progress.done();
  return balanceOf(tally, findings, options.outboundLeads);
}

/** A wrong token or a wrong address: the next event would be answered the same way. */
const HOPELESS = new Set([401, 403, 404, 405]);
