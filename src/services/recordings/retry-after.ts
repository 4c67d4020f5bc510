/**
 * Seconds until the next attempt after so many that found no file; undefined: it is given up. MCUBE is late now and then:
 * for an hour the service asks ever more rarely, then daily for three days.
 */
export function retryAfter(attempts: number): number | undefined {
  return DELAYS[attempts - 1];
}

const DAY = 86_400;
const DELAYS = [15, 30, 60, 120, 300, 600, 1_200, 1_200, DAY, DAY, DAY];
