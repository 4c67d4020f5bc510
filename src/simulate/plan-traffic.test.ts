import { describe, expect, test } from 'vitest';
import { normalisePhoneNumber } from '../models/phone-number.ts';
import type { SimulatedCall } from './call.ts';
import { expectationOf } from './expectation.ts';
import { planTraffic, type TrafficOptions } from './plan-traffic.ts';
import type { DueEvent } from './schedule.ts';
import { indianClock } from './time-text.ts';

const noon = new Date('2026-09-21T06:30:00Z');
const options: TrafficOptions = {
  calls: 2_000,
  rate: 100,
  family: 'mixed',
  seed: 7,
  timeScale: 60,
  days: 0,
  recordingsUrl: 'http://127.0.0.1:8089',
};

describe('traffic', () => {
  const traffic = [...planTraffic(options, noon)];
  const calls = callsOf(traffic);
  const byCall = Map.groupBy(traffic, ({ call }) => call.callId);
  const momentsOf = (call: SimulatedCall | undefined) =>
    (byCall.get(call?.callId ?? '') ?? []).map(({ event }) => event.moment);

  test('repeats with its seed, and differs with another', () => {
    expect([...planTraffic(options, noon)]).toEqual(traffic);
    expect([...planTraffic({ ...options, seed: 8 }, noon)]).not.toEqual(traffic);
  });

  test('holds exactly the calls asked for, each with an id made of phone digits and the epoch of its start', () => {
    expect(calls.length).toBe(2_000);
    for (const call of calls) {
      expect(call.callId).toMatch(/^\d{20,33}$/);
      expect(Number(call.callId.slice(-10)) * 1_000).toBe(call.start.getTime());
    }
  });

  test('is sent in the order of its schedule, in little more time than the rate needs', () => {
    expect(traffic).toEqual(traffic.toSorted((first, second) => first.dueAt - second.dueAt));
    expect(traffic.at(-1)?.dueAt).toBeLessThan(20_000 + 60_000);
  });

  test('reports every call at least once, and ends most with a hang-up behind the ringing', () => {
    for (const call of calls) expect(momentsOf(call)).toContain('on_hangup');
    const ringing = calls.filter((call) => momentsOf(call).includes('on_call'));
    const late = ringing.filter((call) => momentsOf(call)[0] !== 'on_call');
    expect(ringing.length).toBeGreaterThan(900);
    expect(late.length).toBeGreaterThan(5);
    expect(late.length).toBeLessThan(ringing.length * 0.1);
  });

  test('has the shares of a real database: two thirds answered, above a quarter busy, four of five inbound', () => {
    expect(share(calls, (call) => call.outcome === 'answered')).toBeCloseTo(0.65, 1);
    expect(share(calls, (call) => call.outcome === 'busy')).toBeCloseTo(0.27, 1);
    expect(share(calls, (call) => call.direction === 'inbound')).toBeCloseTo(0.8, 1);
  });

  test('hunts: an On Call for every agent tried; some answered calls are handed on', () => {
    const hunted = calls.find((call) => call.tries.length === 3 && call.line.number === '8030000101');
    expect(momentsOf(hunted).filter((moment) => moment === 'on_call').length).toBeGreaterThanOrEqual(3);
    expect(calls.some((call) => call.transferredTo !== null)).toBe(true);
  });

  test('has repeats that are identical, late recordings, and callers who try again', () => {
    const bodies = traffic.map(({ event }) => JSON.stringify(event.payload));
    expect(new Set(bodies).size).toBeLessThan(bodies.length - 30);
    expect(traffic.some(({ event }) => event.moment === 'recording')).toBe(true);
    expect(calls.filter((call) => call.startsAfter > 0).length).toBeGreaterThan(100);
  });

  test('expects the leads of the numbers it started from, whatever spelling was sent', () => {
    const { callIds, leadNumbers } = expectationOf(calls, true);
    const normalised = new Set(calls.map((call) => normalisePhoneNumber(call.spelling, 'IN')));
    normalised.delete(null);
    expect(callIds.size).toBe(2_000);
    expect(normalised).toEqual(leadNumbers);
    expect(calls.some((call) => call.spelling !== call.customer.number.slice(-10))).toBe(true);
    expect(expectationOf(calls, false).leadNumbers.size).toBeLessThan(leadNumbers.size);
  });

  test('of one family holds that family alone', () => {
    const accounts = (family: 'cloud' | 'classic') =>
      new Set(callsOf([...planTraffic({ ...options, family }, noon)]).map((call) => call.line.account));
    expect(accounts('cloud')).toEqual(new Set(['cloud']));
    expect(accounts('classic')).toEqual(new Set(['classic']));
  });

  test('never tells of the future', () => {
    for (const { dueAt, event, call } of traffic)
      if (event.moment !== 'on_call') expect(call.end.getTime()).toBeLessThanOrEqual(noon.getTime() + dueAt + 1_000);
  });
});

test('traffic of days gone by falls into Indian working hours', () => {
  const calls = callsOf([...planTraffic({ ...options, days: 14 }, noon)]);
  expect(calls.length).toBe(2_000);
  const atWork = share(
    calls,
    ({ start }) => indianClock(start).getUTCHours() >= 10 && indianClock(start).getUTCHours() < 19,
  );
  expect(atWork).toBeGreaterThan(0.9);
  expect(atWork).toBeLessThan(1);
  expect(share(calls, ({ start }) => indianClock(start).getUTCDay() === 0)).toBeLessThan(0.02);
  expect(share(calls, ({ start }) => indianClock(start).getUTCHours() === 13)).toBeLessThan(0.08);
});

function callsOf(traffic: readonly DueEvent[]): SimulatedCall[] {
  return [...new Map(traffic.map(({ call }) => [call.callId, call])).values()];
}

function share(calls: readonly SimulatedCall[], holds: (call: SimulatedCall) => boolean): number {
  return calls.filter(holds).length / calls.length;
}
