import { describe, expect, test } from 'vitest';
import { daysBefore, daysOf, eachDay } from './period.ts';

describe('a period', () => {
  test('ends today, or where its month does', () => {
    expect(daysOf('last_7_days', '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(daysOf('previous_month', '2026-03-03')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOf('previous_month', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(daysOf('this_month', '2026-01-15')).toEqual({ from: '2026-01-01', to: '2026-01-15' });
  });

  test('is compared with as many days right before it', () => {
    expect(daysBefore({ from: '2026-03-01', to: '2026-03-07' })).toEqual({ from: '2026-02-22', to: '2026-02-28' });
    expect(daysBefore({ from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-02-28' });
  });

  test('has every day, also those without a call', () => {
    expect(eachDay({ from: '2024-02-28', to: '2024-03-01' })).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  });
});
