import { type Customers, createCustomers } from './customers.ts';
import { type Line, linesOf, type SimulatedFamily } from './lines.ts';
import type { Random } from './random.ts';

/** The made-up company and its customers, from which calls are drawn. */
export type World = { lines: readonly Line[]; customers: Customers };

export type WorldOptions = {
  family: SimulatedFamily;
  /** Calls that will be drawn: there are a few more customers, of whom some call again and again. */
  calls: number;
  /** Whether agents ring their own company now and then. Only where the service knows these agents: they are no leads then. */
  ownCalls: boolean;
};

export function createWorld(random: Random, { family, calls, ownCalls }: WorldOptions): World {
  const customers = createCustomers(random, { count: Math.ceil(calls * 1.2) + 10, ownCalls });
  return { lines: linesOf(family), customers };
}
