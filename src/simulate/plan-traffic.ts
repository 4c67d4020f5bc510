import { createDateStory } from './date-story.ts';
import type { SimulatedFamily } from './lines.ts';
import { planLive } from './plan-live.ts';
import { planPast } from './plan-past.ts';
import { createRandom } from './random.ts';
import { type DueEvent, schedule } from './schedule.ts';
import { createWorld } from './world.ts';

export type TrafficOptions = {
  calls: number;
  rate: number;
  family: SimulatedFamily;
  seed: number;
  timeScale: number;
  days: number;
  recordingsUrl: string;
};

/** All events of a run in the order of sending: the same for the same options and the same beginning. */
export function planTraffic(options: TrafficOptions, startAt: Date): Generator<DueEvent> {
  const { calls, family, seed, days, timeScale } = options;
  const random = createRandom(seed);
  const world = createWorld(random, { family, calls, ownCalls: false });
  const dateStory = createDateStory(options.recordingsUrl);
  // Without a rate nobody waits, but the events still need an order: that of a busy company.
  const rate = options.rate > 0 ? options.rate : NOMINAL_RATE;
  // A stream of its own for deliveries: calls are drawn while events are sent, and neither may disturb the other.
  const deliveries = createRandom(seed + 1);
  if (days <= 0) return schedule(deliveries, planLive(random, world, { startAt, rate, calls, dateStory }), timeScale);

  const from = new Date(startAt.getTime() - days * 86_400_000);
  let planned = 0;
  const stories = planPast(random, world, { from, until: startAt, calls, dateStory }).map((story) => {
    const dueAt = (planned / rate) * 1_000;
    planned += story.length;
    return { dueAt, calls: story };
  });
  return schedule(deliveries, stories, timeScale);
}

const NOMINAL_RATE = 100;
