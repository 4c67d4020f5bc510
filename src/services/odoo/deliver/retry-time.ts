/**
 * Seconds until the next attempt after so many that failed, for a fault that may pass; undefined: it is given up.
 * `chance` from 0 to 1 spreads those that failed together, so that they do not all come back at once.
 */
export function retryAfterSeconds(attempts: number, chance: number, asked = 0): number | undefined {
  const wait = DELAYS[attempts - 1];
  return wait === undefined ? undefined : Math.max(wait * (1 + SPREAD * (chance - 0.5)), asked);
}

const HOUR = 3_600;
const DELAYS = [5, 30, 120, 600, 1_800, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];
const SPREAD = 0.2;
