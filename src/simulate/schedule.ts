import type { SimulatedCall } from './call.ts';
import type { SimulatedEvent } from './event.ts';
import { eventsOf } from './events-of.ts';
import type { DueStory } from './plan-live.ts';
import type { Random } from './random.ts';

/** An event and the moment to send it, in milliseconds after the start of the run. */
export type DueEvent = { dueAt: number; event: SimulatedEvent; call: SimulatedCall };

/**
 * The events of many stories as one stream in the order of sending. Minutes between two events shrink to 0.2-3 seconds,
 * so that a run ends soon and everything still happens one after the other.
 */
export function* schedule(random: Random, stories: Iterable<DueStory>, timeScale: number): Generator<DueEvent> {
  // Kept latest first: the next one to send is at the end, where taking it is cheap.
  const waiting: DueEvent[] = [];
  for (const story of stories) {
    yield* takeBefore(waiting, story.dueAt);
    for (const due of compressed(random, story, timeScale)) waiting.splice(placeOf(waiting, due.dueAt), 0, due);
  }
  yield* takeBefore(waiting, Number.POSITIVE_INFINITY);
}

function compressed(random: Random, story: DueStory, timeScale: number): DueEvent[] {
  const events = story.calls
    .flatMap((call) => eventsOf(random, call).map((event) => ({ event, call })))
    .sort((first, second) => first.event.at.getTime() - second.event.at.getTime());
  let { dueAt } = story;
  return events.map(({ event, call }, index) => {
    const before = events[index - 1];
    const gap = before === undefined ? 0 : event.at.getTime() - before.event.at.getTime();
    if (before !== undefined) dueAt += Math.min(Math.max(gap / timeScale, LEAST_GAP_MS), MOST_GAP_MS);
    return { dueAt, event, call };
  });
}

const LEAST_GAP_MS = 200;
const MOST_GAP_MS = 3_000;

function* takeBefore(waiting: DueEvent[], moment: number): Generator<DueEvent> {
  for (let next = waiting.at(-1); next !== undefined && next.dueAt <= moment; next = waiting.at(-1)) {
    waiting.pop();
    yield next;
  }
}

/** Where to put what is due then: behind everything later, before everything earlier, found by halving. */
function placeOf(waiting: readonly DueEvent[], dueAt: number): number {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((waiting[middle]?.dueAt ?? 0) > dueAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
