import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { hangUp, newCallId } from '../support/calls.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
  await service.addUser({ name: 'Asha', phone: '9800000001' });
  await service.addUser({ name: 'Ravi', phone: '9800000002' });
});

/** One call of a customer: when it began, how long it lasted, by which of their two numbers. */
type Plan = {
  minute: number;
  length: number;
  kind: 'missed' | 'busy' | 'in' | 'out' | 'tried';
  second: boolean;
  by: 1 | 2;
};

// Few minutes, so that calls overlap, begin and end in one moment.
const plan: fc.Arbitrary<Plan> = fc.record({
  minute: fc.integer({ min: 0, max: 12 }),
  length: fc.constantFrom(0, 1, 2, 5),
  kind: fc.constantFrom('missed', 'missed', 'busy', 'in', 'out', 'tried'),
  second: fc.boolean(),
  by: fc.constantFrom(1, 2),
});

test('any order and repetition of the events of several calls of one person gives the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(plan, { minLength: 1, maxLength: 7 }),
      fc.array(fc.infiniteStream(fc.nat()), { minLength: 2, maxLength: 2 }),
      async (plans, dice) => {
        for (const [place, stream] of [undefined, ...dice].entries()) {
          const person = await newPerson();
          const calls = plans.flatMap((one) => eventsOf(one, person));
          const events = stream === undefined ? calls : shuffle([...calls, ...calls.slice(0, 2)], stream);
          if (place === 1) await inBulk(events);
          else for (const event of events) await service.tell(event);
          expect(await queueOf(person)).toEqual(expectedRows(plans));
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  const { rows } = await sql`
    select lead_id from mcube_missed_call where closed_date is null group by lead_id having count(*) > 1`.execute(
    service.database.kysely,
  );
  expect(rows).toEqual([]);
}, 240_000);

test('all at once, through two doors, gives the same rows too', async () => {
  const other = await startService({ database: service.database, environment: { MCUBE_ROLES: 'web,worker' } });
  const plans = Array.from({ length: 40 }, (_, minute): Plan => {
    return {
      minute: minute % 20,
      length: 1,
      kind: minute % 4 === 3 ? 'in' : 'missed',
      second: minute % 3 === 0,
      by: 1,
    };
  });
  const people = await Promise.all(Array.from({ length: 6 }, newPerson));
  const events = people.flatMap((person) => plans.flatMap((one) => eventsOf(one, person)));
  await Promise.all(events.map((event, place) => (place % 2 === 0 ? service : other).post(event)));
  await service.settled();
  for (const person of people) expect(await queueOf(person)).toEqual(expectedRows(plans));
}, 60_000);

type Person = { first: string; second: string; lead_id: number };

let people = 9_000_100_000;

async function newPerson(): Promise<Person> {
  const [first, second] = [String(++people), String(++people)];
  const lead = await service.api<{ id: number }>('/api/leads', 'POST', {
    name: 'Person',
    phone: `${first}, ${second}`,
  });
  return { first, second, lead_id: lead.id };
}

const KINDS = {
  missed: { dialstatus: 'NOANSWER', answeredtime: '' },
  busy: { dialstatus: 'BUSY', answeredtime: '' },
  tried: { dialstatus: 'NOANSWER', answeredtime: '', direction: 'outbound' },
  in: { direction: 'inbound' },
  out: { direction: 'outbound' },
};

/** It rings, and it ends; both tell when it began. */
function eventsOf({ minute, length, kind, second, by }: Plan, person: Person): object[] {
  const end = hangUp({
    callid: newCallId(),
    callto: second ? person.second : person.first,
    emp_phone: `980000000${by}`,
    starttime: clock(minute),
    endtime: clock(minute + length),
    ...KINDS[kind],
    ...((kind === 'in' || kind === 'out') && { answeredtime: `00:0${length}:01` }),
  });
  const { endtime, answeredtime, filename, disconnectedby, ...start } = end;
  return [{ ...start, dialstatus: 'CONNECTING' }, end];
}

function clock(minute: number): string {
  return `2026-09-21 10:${String(minute).padStart(2, '0')}:00`;
}

/** The queue once more, told plainly: each try goes to the connection that ends first among those that end after it began. */
function expectedRows(plans: readonly Plan[]): object[] {
  const tries = plans.filter(({ kind }) => kind === 'missed' || kind === 'busy');
  const ends = plans.filter(({ kind }) => kind === 'in' || kind === 'out').map(({ minute, length }) => minute + length);
  const closedAt = (minute: number) => Math.min(...ends.filter((end) => end >= minute));
  const rows = new Map<number, Plan[]>();
  for (const one of tries) rows.set(closedAt(one.minute), [...(rows.get(closedAt(one.minute)) ?? []), one]);
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([end, group]) => ({
      state: end === Number.POSITIVE_INFINITY ? 'open' : 'closed',
      tries: group.length,
      first: instant(Math.min(...group.map(({ minute }) => minute))),
      last: instant(Math.max(...group.map(({ minute }) => minute))),
    }));
}

function instant(minute: number): string {
  return new Date(Date.UTC(2026, 8, 21, 4, 30 + minute)).toISOString();
}

type Row = { state: string; tries: number; first_missed_date: string; last_missed_date: string };

async function queueOf({ lead_id }: Person): Promise<object[]> {
  const path = `/api/missed-calls?lead_id=${lead_id}&sort=first_missed_date&limit=100`;
  const { data } = await service.api<{ data: Row[] }>(path);
  return data.map((row) => {
    return { state: row.state, tries: row.tries, first: row.first_missed_date, last: row.last_missed_date };
  });
}

async function inBulk(events: object[]): Promise<void> {
  expect(await service.post(events)).toMatchObject({ status: 202 });
  await service.settled();
}

function shuffle<Item>(items: readonly Item[], dice: Iterator<number>): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Number(dice.next().value) % left.length, 1));
}
