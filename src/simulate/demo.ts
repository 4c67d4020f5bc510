import { createDateStory } from './date-story.ts';
import type { SimulatedPayload } from './event.ts';
import { eventsOf } from './events-of.ts';
import { AGENTS, TEAMS } from './people.ts';
import { planPast } from './plan-past.ts';
import { createRandom } from './random.ts';
import { createWorld } from './world.ts';

export type DemoOptions = {
  seed: number;
  /** The moment the month ends: no event is received later. */
  until: Date;
  days?: number;
  /** Where the recordings are served, without a slash at the end. */
  recordingsUrl?: string;
};

export type DemoEvent = { payload: SimulatedPayload; receivedAt: Date };

/** A believable month of an office with {@link demoPeople} in it: some 2,000 calls in 30 days, oldest event first. */
export function demoEvents({ seed, until, days = 30, recordingsUrl = NOWHERE }: DemoOptions): DemoEvent[] {
  const random = createRandom(seed);
  const calls = days * CALLS_A_DAY;
  const world = createWorld(random, { family: 'mixed', calls, ownCalls: true });
  const from = new Date(until.getTime() - days * 86_400_000);
  const stories = planPast(random, world, { from, until, calls, dateStory: createDateStory(recordingsUrl) });
  return stories
    .flat()
    .map((call) => eventsOf(random, call))
    .filter((events) => events.every((event) => event.at <= until))
    .flat()
    .map((event) => ({ payload: withoutSecrets(event.payload), receivedAt: event.at }))
    .sort((first, second) => first.receivedAt.getTime() - second.receivedAt.getTime());
}

/** The people of the demo: their telephones and virtual numbers are the ones in {@link demoEvents}. */
export function demoPeople(): DemoPeople {
  const users = AGENTS.map(({ login, name, phone, email, directLine, team }) => {
    return { login, name, phone, email, mcube_virtual_number: directLine, team };
  });
  return { teams: [...TEAMS], users };
}

export type DemoPeople = {
  teams: string[];
  users: { login: string; name: string; phone: string; email: string; mcube_virtual_number: string; team: string }[];
};

const CALLS_A_DAY = 66;
const NOWHERE = 'https://recordings.example.com/2026';

/** These events enter behind the receiving end, which is where a payload loses its secrets otherwise. */
function withoutSecrets({ apikey: _apikey, bid: _bid, ...payload }: SimulatedPayload): SimulatedPayload {
  return payload;
}
