import type { CallPlan, SimulatedOutcome } from './call.ts';
import type { Line } from './lines.ts';
import { AGENTS } from './people.ts';
import type { Random } from './random.ts';

/** Whose telephones ring: the agent of the number first, then others of the group, until one answers or all are tried. */
export function triesOf(
  random: Random,
  call: { direction: CallPlan['direction']; line: Line; night: boolean; outcome: SimulatedOutcome },
): Pick<CallPlan, 'tries' | 'transferredTo'> {
  const { direction, line, night, outcome } = call;
  const hungUpEarly = outcome === 'cancelled' && direction === 'inbound' && random.chance(0.3);
  if (night || hungUpEarly) return { tries: [], transferredTo: null };
  const group = random.shuffle(AGENTS.filter((agent) => agent.team === line.group));
  const order = line.owner === null ? group : [line.owner, ...group.filter((agent) => agent !== line.owner)];
  // Hunting is for callers; an agent who dials is the only one on the line.
  const tried =
    direction === 'outbound' ? 1 : outcome === 'answered' ? random.weighted(UNTIL_ANSWERED) : random.weighted(IN_VAIN);
  const tries = order.slice(0, tried).map((agent) => ({ agent, ringSeconds: random.integer(4, 22) }));
  const handedOn = outcome === 'answered' && direction === 'inbound' && random.chance(0.04);
  return { tries, transferredTo: handedOn ? (order[tried] ?? null) : null };
}

const UNTIL_ANSWERED = [
  [1, 72],
  [2, 19],
  [3, 7],
  [4, 2],
] as const;

const IN_VAIN = [
  [1, 40],
  [2, 30],
  [3, 18],
  [4, 12],
] as const;
