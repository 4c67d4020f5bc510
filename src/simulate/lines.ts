import { AGENTS, type Agent, type TeamName } from './people.ts';

/** A virtual number: the product it belongs to, the group it rings, and what its panel is set to send. */
export type Line = {
  number: string;
  account: Account;
  group: TeamName;
  /** The agent whose own number it is; null for a number of the whole group. */
  owner: Agent | null;
  /** Some accounts configure On Hangup alone. */
  hangupOnly: boolean;
};

export type Account = 'cloud' | 'classic' | 'voicebot';

/** Whose payloads a run sends: one product for all numbers, or a company that uses all of them. */
export const FAMILIES = ['cloud', 'classic', 'mixed'] as const;

export type SimulatedFamily = (typeof FAMILIES)[number];

export function linesOf(family: SimulatedFamily): readonly Line[] {
  if (family === 'mixed') return LINES;
  return LINES.filter((line) => line.account !== 'voicebot').map((line) => ({ ...line, account: family }));
}

const LINES: readonly Line[] = [
  ...AGENTS.map((agent) => ({
    number: agent.directLine,
    account: agent.team === 'Sales' ? ('cloud' as const) : ('classic' as const),
    group: agent.team,
    owner: agent,
    hangupOnly: false,
  })),
  { number: '8030000101', account: 'cloud', group: 'Sales', owner: null, hangupOnly: false },
  { number: '8030000102', account: 'classic', group: 'Support', owner: null, hangupOnly: false },
  { number: '8030000103', account: 'cloud', group: 'Sales', owner: null, hangupOnly: true },
  { number: '8030000104', account: 'classic', group: 'Support', owner: null, hangupOnly: true },
  { number: '8030000105', account: 'voicebot', group: 'Sales', owner: null, hangupOnly: true },
];
