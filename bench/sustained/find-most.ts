import { type Hold, isGrowing } from './hold-rate.ts';

const STEP_DOWN = 0.92;
const STEP_UP = 1.15;

/**
 * Holds rates around the given one and returns the best hold in which the inbox did not grow: a rate found in a short
 * while may be too much, or too little, for a longer one. When all grew, the last is returned, and shows it.
 */
export async function findMost(
  rate: number,
  mostHolds: number,
  hold: (rate: number) => Promise<Hold>,
): Promise<{ hold: Hold; tries: number }> {
  let best = await hold(rate);
  let tries = 1;
  const growing = isGrowing(best);
  while (tries < mostHolds && best.acceptedPerSecond > rate * 0.95) {
    rate *= growing ? STEP_DOWN : STEP_UP;
    const next = await hold(rate);
    tries += 1;
    if (growing || !isGrowing(next)) best = next;
    if (isGrowing(next) !== growing) break;
  }
  return { hold: best, tries };
}
