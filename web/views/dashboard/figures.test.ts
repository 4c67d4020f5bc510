import { expect, test } from 'vitest';
import { type Dashboard, figuresOf, rowsBy } from './figures.ts';

const EMPTY: Dashboard = {
  time_zone: 'Asia/Kolkata',
  updated_at: '2026-03-01T00:00:00Z',
  days: [],
  hours: [],
  users: [],
  virtual_numbers: [],
  answer_times: [],
  ring_seconds: 0,
  leads: [],
};

test('a call that still rings is a call, but neither answered nor missed', () => {
  const day = '2026-03-01';
  const figures = figuresOf({
    ...EMPTY,
    days: [
      { day, direction: 'inbound', outcome: 'answered', calls: 6, talk_seconds: 600 },
      { day, direction: 'inbound', outcome: 'busy', calls: 2, talk_seconds: 0 },
      { day, direction: 'inbound', outcome: 'in_progress', calls: 1, talk_seconds: 0 },
      { day, direction: 'outbound', outcome: 'missed', calls: 3, talk_seconds: 0 },
    ],
    answer_times: [
      { within_seconds: 10, calls: 2 },
      { within_seconds: 20, calls: 1 },
      { within_seconds: null, calls: 1 },
    ],
    ring_seconds: 60,
    leads: [{ day, new_leads: 4, won_leads: 1 }],
  });
  expect(figures).toMatchObject({ calls: 12, inbound: 8, answered: 6, missed_share: 0.25, talk_seconds: 600 });
  expect(figures).toMatchObject({ answered_within_20: 0.75, ring_seconds: 15, conversion: 0.25 });
});

test('of nothing there is no share', () => {
  expect(figuresOf(EMPTY)).toMatchObject({ calls: 0, missed_share: undefined, conversion: undefined });
});

test('whoever had the most calls comes first, and last who had some before and none now', () => {
  const counted = { direction: 'inbound', outcome: 'missed', talk_seconds: 0 } as const;
  const rows = rowsBy(
    [
      { key: 'a', calls: 1, ...counted },
      { key: 'b', calls: 2, ...counted },
      { key: 'a', calls: 3, ...counted, outcome: 'answered' },
    ],
    [
      { key: 'c', calls: 5, ...counted },
      { key: 'b', calls: 3, ...counted },
    ],
  );
  expect(rows.map(({ key, calls, missed, before }) => [key, calls, missed, before])).toEqual([
    ['a', 4, 1, 0],
    ['b', 2, 2, 3],
    ['c', 0, 0, 5],
  ]);
});
