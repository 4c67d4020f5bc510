import { expect, it } from 'vitest';
import { boundsOf, boundsOfDay, PERIODS } from './day.ts';

const instants = ({ from, until }: { from: Date; until: Date }) => [from.toISOString(), until.toISOString()];

it('lets each period begin and end at midnight in the zone', () => {
  // Half past one on Sunday, 1 March, in India; still Saturday in UTC.
  const now = new Date('2026-02-28T20:00:00Z');
  const bounds = Object.fromEntries(PERIODS.map((period) => [period, instants(boundsOf(period, 'Asia/Kolkata', now))]));
  expect(bounds).toEqual({
    today: ['2026-02-28T18:30:00.000Z', '2026-03-01T18:30:00.000Z'],
    yesterday: ['2026-02-27T18:30:00.000Z', '2026-02-28T18:30:00.000Z'],
    this_week: ['2026-02-22T18:30:00.000Z', '2026-03-01T18:30:00.000Z'],
    this_month: ['2026-02-28T18:30:00.000Z', '2026-03-31T18:30:00.000Z'],
    previous_month: ['2026-01-31T18:30:00.000Z', '2026-02-28T18:30:00.000Z'],
    this_year: ['2025-12-31T18:30:00.000Z', '2026-12-31T18:30:00.000Z'],
    last_year: ['2024-12-31T18:30:00.000Z', '2025-12-31T18:30:00.000Z'],
  });
});

it('gives the day on which clocks change the hours that it has', () => {
  expect(instants(boundsOfDay('2026-03-29', 'Europe/Berlin'))).toEqual([
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ]);
});
