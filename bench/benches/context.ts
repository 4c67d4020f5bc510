import type { BenchPostgres } from '../support/postgres.ts';

/** What every bench gets. */
export type Context = {
  postgres: BenchPostgres;
  /** Short runs: to see that it works, and roughly how well. */
  quick: boolean;
  /** Calls a second that the sustained bench holds; undefined lets it find the rate. */
  rate: number | undefined;
  /** Numbers of calls at which the scale bench looks, the smallest first. */
  sizes: readonly number[];
  /** A folder for processor profiles of the service's processes. */
  profileTo: string | undefined;
};
