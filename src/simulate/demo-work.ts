import { officeMoments } from './office-hours.ts';
import { createRandom, type Random } from './random.ts';

/** A lead of the demo as its calls made it. */
export type DemoLead = { id: number; first_call: Date; last_call: Date; spoken: boolean };

/** What an agent has done with a lead since. */
export type DemoWork = {
  id: number;
  /** Place of the stage in their order. */
  stage: number;
  tags: string[];
  note: { body: string; at: Date } | null;
  next_follow_up_at: Date | null;
  next_follow_up_note: string | null;
};

/** The tags of the demo, with Odoo's colours. */
export const DEMO_TAGS: readonly { name: string; color: number }[] = [
  { name: 'Hot', color: 1 },
  { name: 'Site visit', color: 10 },
  { name: 'Home loan', color: 4 },
  { name: 'Broker', color: 3 },
  { name: 'Callback asked', color: 2 },
];

/** What the people of the demo made of their leads: the older a lead, the further it has come; some follow-ups are late. */
export function demoWork(leads: readonly DemoLead[], { seed, now }: { seed: number; now: Date }): DemoWork[] {
  const random = createRandom(seed);
  const span = { from: new Date(now.getTime() - 3 * DAY_MS), until: new Date(now.getTime() + 8 * DAY_MS) };
  const dates = random.shuffle(
    officeMoments(random, { ...span, count: leads.length }).map(({ at }) => onTheQuarter(at)),
  );
  return leads.map((lead, place) => {
    const stage = stageOf(random, lead, now);
    const followUp = stage < WON && random.chance(lead.spoken ? 0.3 : 0.08) ? dates[place] : undefined;
    return {
      id: lead.id,
      stage,
      tags: lead.spoken && random.chance(0.35) ? [random.pick(DEMO_TAGS).name] : [],
      note: lead.spoken && random.chance(0.45) ? noteOf(random, lead, now) : null,
      next_follow_up_at: followUp ?? null,
      next_follow_up_note: followUp === undefined ? null : random.pick(PLANS),
    };
  });
}

const DAY_MS = 86_400_000;
/** Nobody promises to call at 11:07. */
function onTheQuarter(at: Date): Date {
  return new Date(Math.floor(at.getTime() / QUARTER_HOUR_MS) * QUARTER_HOUR_MS);
}

const QUARTER_HOUR_MS = 900_000;

/** The last of the four stages that every database begins with. */
const WON = 3;

function stageOf(random: Random, { first_call, spoken }: DemoLead, now: Date): number {
  if (!spoken) return 0;
  const days = (now.getTime() - first_call.getTime()) / DAY_MS;
  return random.weighted([
    [0, 40],
    [1, 15 + days],
    [2, days],
    [WON, days / 2],
  ]);
}

function noteOf(random: Random, { last_call }: DemoLead, now: Date): { body: string; at: Date } {
  const at = new Date(last_call.getTime() + random.integer(3, 12) * 60_000);
  return { body: random.pick(NOTES), at: at < now ? at : now };
}

const NOTES = [
  'Looking for three rooms near the metro. Budget 80 lakh.',
  'Asked for the price list on WhatsApp. Sent.',
  'Will decide with the family on Sunday.',
  'Comparing with another project; wants the carpet area in writing.',
  'Speaks Kannada and Hindi. Best reached after six.',
  'Wants a site visit on Saturday morning, two people.',
  'Loan is pre-approved, needs the builder agreement for the bank.',
  'Not now: asked to be called after Diwali.',
  'Was pleased with the visit. Wants to know about parking.',
  'Price too high for them; interested when the second phase opens.',
] as const;

const PLANS = [
  'Call back with the price',
  'Confirm the site visit',
  'Ask whether the family has decided',
  'Send the floor plan',
  'Follow up on the loan',
] as const;
