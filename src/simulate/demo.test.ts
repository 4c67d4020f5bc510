import { expect, test } from 'vitest';
import { demoEvents, demoPeople } from './demo.ts';

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
