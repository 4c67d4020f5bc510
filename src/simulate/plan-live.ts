import { lengthOf, type SimulatedCall, type Story } from './call.ts';
import type { DateStory } from './date-story.ts';
import { planStory } from './plan-story.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Stories that end about now, spread so that `rate` calls begin every second; drawn one by one, however many they are. */
export function* planLive(
  random: Random,
  world: World,
  { startAt, rate, calls, dateStory }: { startAt: Date; rate: number; calls: number; dateStory: DateStory },
): Generator<DueStory> {
  for (let planned = 0; planned < calls; ) {
    const story = planStory(random, world, { night: false }).slice(0, calls - planned);
    const dueAt = (planned / rate) * 1_000;
    const start = new Date(startAt.getTime() + dueAt - secondsOf(story) * 1_000);
    yield { dueAt, calls: dateStory(story, start) };
    planned += story.length;
  }
}

/** A story, and how many milliseconds after the start of the run its first event is sent. */
export type DueStory = { dueAt: number; calls: readonly SimulatedCall[] };

function secondsOf(story: Story): number {
  const last = story.at(-1);
  return last === undefined ? 0 : last.startsAfter + lengthOf(last);
}
