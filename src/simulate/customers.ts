import { AGENTS, FIRST_NAMES, LAST_NAMES } from './people.ts';
import type { Random } from './random.ts';

/** Somebody at the other end. The number is what the generator started from, before any spelling: the truth for the balance. */
export type Customer = {
  kind: 'person' | 'foreign' | 'withheld' | 'own';
  /** International form; '' when withheld. */
  number: string;
  name: string;
  email: string;
};

export type Customers = {
  /** Somebody who rings in. */
  caller(random: Random): Customer;
  /** Somebody an agent rings: never withheld, and a number MCUBE can dial. */
  called(random: Random): Customer;
};

export function createCustomers(random: Random, options: { count: number; ownCalls: boolean }): Customers {
  // The step shares no factor with 100,000, so every customer of a seed has a number of their own.
  const first = random.integer(0, 99_999);
  const person = (index: number): Customer => {
    const digits = String((first + index * 7_919) % 100_000).padStart(5, '0');
    const firstName = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
    const lastName = LAST_NAMES[(index * 7) % LAST_NAMES.length] ?? '';
    const email = `${firstName}.${lastName}${index}@example.org`.toLowerCase();
    return { kind: 'person', number: `+9190000${digits}`, name: `${firstName} ${lastName}`, email };
  };
  const count = Math.min(Math.max(options.count, 1), 100_000);
  // A power makes some people regulars: a tenth of them place a third of the calls.
  const anybody = (chance: Random) => person(Math.floor(count * chance.fraction() ** 2));

  return {
    called: anybody,
    caller(chance) {
      const kind = chance.weighted([
        ['person', 94],
        ['foreign', 2.5],
        ['withheld', 2.5],
        ['own', options.ownCalls ? 1 : 0],
      ] as const);
      if (kind === 'withheld') return WITHHELD;
      if (kind === 'foreign') return chance.pick(FOREIGN);
      if (kind === 'person') return anybody(chance);
      const { name, phone, email } = chance.pick(AGENTS);
      return { kind, number: `+91${phone}`, name, email };
    },
  };
}

/** How a customer's number stands in an event: mostly ten digits, now and then as somebody typed it. */
export function spell(customer: Customer, random: Random): string {
  if (customer.kind === 'withheld') return random.pick(['anonymous', '0', 'Anonymous']);
  if (customer.kind === 'foreign') return customer.number;
  const ten = customer.number.slice(-10);
  const halves = [ten.slice(0, 5), ten.slice(5)] as const;
  return random.weighted([
    [ten, 93],
    [`+91${ten}`, 2],
    [`91${ten}`, 1],
    [`0${ten}`, 2],
    [`+91 ${halves.join(' ')}`, 1],
    [halves.join('-'), 1],
  ]);
}

const WITHHELD: Customer = { kind: 'withheld', number: '', name: '', email: '' };

/** Numbers that the United States and the United Kingdom set aside for fiction. */
const FOREIGN: readonly Customer[] = [
  { kind: 'foreign', number: '+14155550132', name: 'Alex Morgan', email: 'alex.morgan@example.org' },
  { kind: 'foreign', number: '+12125550187', name: 'Robin Lee', email: 'robin.lee@example.org' },
  { kind: 'foreign', number: '+447700900123', name: 'Sam Clarke', email: 'sam.clarke@example.org' },
  { kind: 'foreign', number: '+447700900456', name: 'Jo Bennett', email: 'jo.bennett@example.org' },
];
