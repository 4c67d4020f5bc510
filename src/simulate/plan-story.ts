import { type CallPlan, lengthOf, type Story } from './call.ts';
import { type Customer, spell } from './customers.ts';
import type { Line } from './lines.ts';
import { chooseEnding } from './plan-ending.ts';
import { triesOf } from './plan-tries.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Draws what happens next: an inbound call with the attempts that follow when nobody answers, or an outbound one. */
export function planStory(random: Random, world: World, { night }: { night: boolean }): Story {
  if (!night && random.chance(OUTBOUND_SHARE)) {
    const line = random.pick(world.lines);
    return [planCall(random, { direction: 'outbound', line, customer: world.customers.called(random), night })];
  }
  const customer = world.customers.caller(random);
  const dialled = chooseLine(random, world);
  const story = [planCall(random, { direction: 'inbound', line: dialled, customer, night })];
  while (triesAgain(random, story, night)) {
    const line = random.chance(0.7) ? dialled : chooseLine(random, world);
    const before = story.at(-1);
    const pause = random.integer(40, 360);
    const startsAfter = before === undefined ? 0 : Math.ceil(before.startsAfter + lengthOf(before)) + pause;
    story.push({ ...planCall(random, { direction: 'inbound', line, customer, night }), startsAfter });
  }
  return story;
}

const OUTBOUND_SHARE = 0.24;

function planCall(
  random: Random,
  given: { direction: CallPlan['direction']; line: Line; customer: Customer; night: boolean },
): CallPlan {
  const { direction, line, customer, night } = given;
  const ending = chooseEnding(random, direction, night);
  return {
    direction,
    line,
    customer,
    spelling: spell(customer, random),
    startsAfter: 0,
    ...ending,
    ...triesOf(random, { direction, line, night, outcome: ending.outcome }),
    autodialer: direction === 'outbound' && random.chance(0.3),
  };
}

/** Somebody who reached nobody rings again, up to five times in all; at night most wait for the morning. */
function triesAgain(random: Random, story: Story, night: boolean): boolean {
  const last = story.at(-1);
  if (last === undefined || last.outcome === 'answered' || last.customer.kind === 'withheld') return false;
  return story.length < 5 && random.chance(night ? 0.1 : 0.5);
}

/** Half of the callers dial a number of the whole group. */
function chooseLine(random: Random, world: World): Line {
  const shared = random.chance(0.5);
  return random.pick(world.lines.filter((line) => (line.owner === null) === shared));
}
