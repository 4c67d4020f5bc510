import { expect, test } from 'vitest';
import { demoEvents, demoPeople } from './demo.ts';
import { demoWork } from './demo-work.ts';

const until = new Date('2026-09-21T12:00:00Z');
const events = demoEvents({ seed: 1, until });

test('the demo is a month of some two thousand calls, oldest first, none from the future', () => {
  const calls = new Set(events.map(({ payload }) => payload.callid ?? payload.callId));
  expect(calls.size).toBeGreaterThan(1_500);
  expect(calls.size).toBeLessThan(2_500);
  const moments = events.map(({ receivedAt }) => receivedAt.getTime());
  expect(moments).toEqual(moments.toSorted((first, second) => first - second));
  expect(moments.at(-1)).toBeLessThanOrEqual(until.getTime());
  expect(moments[0]).toBeGreaterThan(until.getTime() - 31 * 86_400_000);
});

test('the demo repeats with its seed', () => {
  expect(demoEvents({ seed: 1, until })).toEqual(events);
});

test('the demo carries no secrets, for it does not pass the receiving end', () => {
  for (const { payload } of events) for (const key of ['apikey', 'bid']) expect(payload).not.toHaveProperty(key);
});

test('the people of the demo are the ones its calls name', () => {
  const { teams, users } = demoPeople();
  expect(teams).toEqual(['Sales', 'Support']);
  expect(users.length).toBe(8);
  const phones = new Set(users.map((user) => user.phone));
  const named = new Set(events.map(({ payload }) => payload.emp_phone ?? payload.empnumber ?? payload.executive));
  for (const phone of phones) expect(named).toContain(phone);
  for (const phone of named) if (phone !== undefined && phone !== '') expect(phones).toContain(phone);
});

test('the leads of the demo have come some way, and some follow-ups are late', () => {
  const leads = Array.from({ length: 400 }, (_, id) => {
    const first_call = new Date(until.getTime() - (id % 30) * 86_400_000);
    return { id, first_call, last_call: first_call, spoken: id % 4 > 0 };
  });
  const work = demoWork(leads, { seed: 1, now: until });
  expect(demoWork(leads, { seed: 1, now: until })).toEqual(work);
  expect(new Set(work.map(({ stage }) => stage))).toEqual(new Set([0, 1, 2, 3]));
  const due = work.flatMap(({ next_follow_up_at }) => next_follow_up_at ?? []);
  const late = due.filter((date) => date < until).length;
  expect(late).toBeGreaterThan(5);
  expect(due.length - late).toBeGreaterThan(late);
  expect(work.every(({ note }) => note === null || note.at <= until)).toBe(true);
});
