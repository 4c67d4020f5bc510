import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadSetting } from '../kernel/setting-parsers.ts';
import { dates, workingHours } from '../kernel/working-hours.ts';
import { addWorkingTime, isWorkingTime, type WorkCalendar, workingSecondsBetween } from './working-time.ts';

const hours = (given: string) => workingHours(given, 'MCUBE_WORKING_HOURS');
const INDIA: WorkCalendar = {
  workingHours: hours('Mon-Fri 09:30-13:00 14:00-18:30, Sat 10:00-14:00'),
  holidays: dates('2026-10-02', 'MCUBE_HOLIDAYS'),
  timeZone: 'Asia/Kolkata',
};
const ist = (text: string) => new Date(`${text}:00+05:30`);

describe('working time', () => {
  test.each([
    ['within a morning', '2026-09-21T10:00', '2026-09-21T10:20', 20],
    ['over lunch', '2026-09-21T12:50', '2026-09-21T14:10', 20],
    ['over night', '2026-09-21T18:20', '2026-09-22T09:40', 20],
    ['over Sunday, when nobody works', '2026-09-19T13:50', '2026-09-21T09:40', 20],
    ['over a holiday', '2026-10-01T18:20', '2026-10-03T10:10', 20],
    ['at night alone', '2026-09-21T22:00', '2026-09-22T06:00', 0],
  ])('%s', (_, from, to, minutes) => {
    expect(workingSecondsBetween(ist(from), ist(to), INDIA)).toBe(minutes * 60);
    if (minutes > 0) expect(addWorkingTime(ist(from), minutes * 60, INDIA)).toEqual(ist(to));
  });

  test('a promise of the night is due after the opening', () => {
    expect(addWorkingTime(ist('2026-09-19T20:00'), 30 * 60, INDIA)).toEqual(ist('2026-09-21T10:00'));
    expect(isWorkingTime(ist('2026-09-21T09:29'), INDIA)).toBe(false);
    expect(isWorkingTime(ist('2026-09-21T09:30'), INDIA)).toBe(true);
    expect(isWorkingTime(ist('2026-09-21T13:00'), INDIA)).toBe(false);
  });

  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-06-01'), noInvalidDate: true });
  const calendar = fc.constantFrom<WorkCalendar>(
    INDIA,
    { ...INDIA, workingHours: hours('Mon-Sun 00:00-24:00'), holidays: [] },
    // Clocks change here, in the night of a working day.
    { workingHours: hours('Sat-Sun 00:00-06:00'), holidays: [], timeZone: 'America/New_York' },
  );

  test('is what passed between a moment and the one it was added to', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 400_000 }), calendar, (from, seconds, office) => {
        const to = addWorkingTime(from, seconds, office);
        // A moment has milliseconds, working time whole seconds.
        expect(workingSecondsBetween(from, to, office)).toBe(seconds);
      }),
      { numRuns: 300 },
    );
  });

  test('of two spans in a row adds up, and a minute counts when it is working time', () => {
    fc.assert(
      fc.property(moment, fc.nat(10_000_000), fc.nat(10_000_000), calendar, (a, first, second, office) => {
        const b = new Date(a.getTime() + first * 1000);
        const c = new Date(b.getTime() + second * 1000);
        const parts = workingSecondsBetween(a, b, office) + workingSecondsBetween(b, c, office);
        expect(Math.abs(workingSecondsBetween(a, c, office) - parts)).toBeLessThanOrEqual(1);
        const next = new Date(b.getTime() + 1000);
        expect(workingSecondsBetween(b, next, office) > 0 ? isWorkingTime(b, office) : true).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the settings', () => {
  test('take days and times as people write them', () => {
    expect(hours('Sat-Mon 9:00-12:00, mon 11:00-13:00; Wednesday 00:00-24:00')).toEqual([
      [[540, 780]],
      [],
      [[0, 1440]],
      [],
      [],
      [[540, 720]],
      [[540, 720]],
    ]);
    expect(dates('2026-10-02, 2026-01-26', 'MCUBE_HOLIDAYS')).toEqual(['2026-01-26', '2026-10-02']);
  });

  test.each(['', '09:30-18:30', 'Mon-Sat', 'Mon 18:00-09:00', 'Mon 09:00-25:00', 'Moon 09:00-10:00', 'M 09:00-10:00'])(
    'refuse "%s" in one sentence',
    (given) => {
      expect(() => hours(given)).toThrow(BadSetting);
      expect(() => hours(given)).toThrow(/^MCUBE_WORKING_HOURS must be days and times such as .* cannot be read\.$/);
    },
  );

  test.each(['2026-02-30', '02.10.2026', 'Diwali'])('refuse the holiday "%s"', (given) => {
    expect(() => dates(given, 'MCUBE_HOLIDAYS')).toThrow(/^MCUBE_HOLIDAYS must be dates such as .*\.$/);
  });
});
