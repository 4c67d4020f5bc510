/** The numbers of one call, ten digits each; and when it was, in milliseconds, unless it is now. */
export type CallNumbers = {
  phone: number;
  agent: number;
  virtualNumber: number;
  idPhone: number;
  epoch: number;
  at?: number;
};

/** Which numbers the call of a running number has. */
export type Numbering = (number: number) => CallNumbers;

/**
 * Customers take turns in steps of a prime, so that neighbours in time are no neighbours in an index. Their phones make the
 * call ids: so many calls a second would need thousands of agents, and ids spread like these are the harder case.
 */
export function byCustomer(customers: number): Numbering {
  return (number) => {
    const phone = FIRST_PHONE + (((number % customers) * 7_919) % customers);
    return { ...officeNumbers(number), phone, idPhone: phone, epoch: FIRST_EPOCH + Math.floor(number / customers) };
  };
}

/**
 * The same as the calls of the last day: what waits in a deep inbox came over hours. Filled in seconds, all calls of a
 * customer would else begin at one moment, as nobody's do.
 */
export function overTheLastDay(numbersOf: Numbering, calls: number, now: Date): Numbering {
  const step = DAY_MS / calls;
  return (number) => ({ ...numbersOf(number), at: now.getTime() - DAY_MS + Math.floor(number * step) });
}

const DAY_MS = 86_400_000;

/** Calls as they really come: the answering agent's phone makes the call id, and one caller in eleven is new. */
export function byAgent(customers: number, firstEpoch: number): Numbering {
  return (number) => {
    const office = officeNumbers(number);
    const customer = number % 11 === 0 ? customers + number : (number * 104_729) % customers;
    return {
      ...office,
      phone: FIRST_PHONE + customer,
      idPhone: office.agent,
      epoch: firstEpoch + Math.floor(number / AGENTS),
    };
  };
}

/** The call id that MCUBE makes of these. */
export function callIdOf({ idPhone, epoch }: CallNumbers): string {
  return `${idPhone}${epoch}`;
}

/** A number that no run before that moment has reached, as long as runs stay below 100,000 calls a second. */
export function freshCallNumber(now: Date): number {
  return Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 1_000) * 100_000;
}

export const AGENTS = 20;
export const VIRTUAL_NUMBERS = 10;
export const FIRST_PHONE = 9_000_000_000;
export const FIRST_AGENT = 9_800_000_001;
export const FIRST_VIRTUAL_NUMBER = 8_030_000_001;
/** Counted from, not told as a time: it only has to have ten digits. */
const FIRST_EPOCH = 1_000_000_000;

function officeNumbers(number: number): Pick<CallNumbers, 'agent' | 'virtualNumber'> {
  const agent = number % AGENTS;
  return { agent: FIRST_AGENT + agent, virtualNumber: FIRST_VIRTUAL_NUMBER + (agent % VIRTUAL_NUMBERS) };
}
