import type { SimulatedCall } from './call.ts';
import type { DateStory } from './date-story.ts';
import { type OfficeMoment, officeMoments } from './office-hours.ts';
import { planStory } from './plan-story.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Calls of days gone by, in Indian working hours, oldest story first; exactly as many as asked for. */
export function planPast(
  random: Random,
  world: World,
  { from, until, calls, dateStory }: { from: Date; until: Date; calls: number; dateStory: DateStory },
): SimulatedCall[][] {
  const stories: { moment: OfficeMoment; story: ReturnType<typeof planStory> }[] = [];
  let planned = 0;
  for (const moment of officeMoments(random, { from, until, count: calls })) {
    if (planned >= calls) break;
    const story = planStory(random, world, moment).slice(0, calls - planned);
    stories.push({ moment, story });
    planned += story.length;
  }
  return stories
    .sort((first, second) => first.moment.at.getTime() - second.moment.at.getTime())
    .map(({ moment, story }) => dateStory(story, moment.at));
}
