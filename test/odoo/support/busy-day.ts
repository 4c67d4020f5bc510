import type { SimulatedCall } from '../../../src/simulate/call.ts';
import { type Customer, spell } from '../../../src/simulate/customers.ts';
import { type EncodedEvent, encodeEvent } from '../../../src/simulate/encode-event.ts';
import { eventsOf } from '../../../src/simulate/events-of.ts';
import { planTraffic } from '../../../src/simulate/plan-traffic.ts';
import { createRandom } from '../../../src/simulate/random.ts';

export type BusyDay = {
  calls: readonly SimulatedCall[];
  /** What MCUBE sends, in its order. */
  events: readonly EncodedEvent[];
};

/** MCUBE played for so many calls of a few customers, who are spelled as people and exchanges spell them. */
export function planBusyDay(options: { calls: number; customers: readonly Customer[]; startAt: Date }): BusyDay {
  const random = createRandom(41);
  const traffic = planTraffic(
    {
      ...{ calls: options.calls, rate: 50, family: 'mixed', seed: 41, timeScale: 60, days: 0 },
      recordingsUrl: 'http://127.0.0.1:8089',
    },
    options.startAt,
  );
  const calls = new Map<string, SimulatedCall>();
  for (const { call } of traffic) {
    const customer = call.customer.kind === 'person' ? random.pick(options.customers) : call.customer;
    if (!calls.has(call.callId)) calls.set(call.callId, { ...call, customer, spelling: spell(customer, random) });
  }
  const events = [...calls.values()].flatMap((call) => eventsOf(random, call));
  events.sort((one, other) => one.at.getTime() - other.at.getTime());
  return { calls: [...calls.values()], events: events.map(encodeEvent) };
}

/** Odd spellings of a number, as people type them into a CRM. */
export function spellOddly(number: string, index: number): string {
  const ten = number.slice(-10);
  const spellings = [
    ten,
    `+91 ${ten.slice(0, 5)} ${ten.slice(5)}`,
    `0${ten}`,
    `${ten.slice(0, 3)}-${ten.slice(3, 6)}-${ten.slice(6)}`,
    `(+91) ${ten.slice(0, 4)} ${ten.slice(4, 7)} ${ten.slice(7)}`,
    `0091${ten}`,
    `+91${ten}`,
    `91 ${ten}`,
  ];
  return spellings[index % spellings.length] ?? ten;
}
