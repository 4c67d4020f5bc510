import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLocalTime } from './local-time.ts';

const read = (given: unknown, timeZone = 'Asia/Kolkata') => readLocalTime(given, timeZone)?.toISOString() ?? null;

describe('a time is read', () => {
  test.each([
    ['2026-09-21 11:49:57', '2026-09-21T06:19:57.000Z'],
    ['2026-01-01 00:00:00', '2025-12-31T18:30:00.000Z'],
    ['2024-02-29 05:30:00', '2024-02-29T00:00:00.000Z'],
    [' 2026-09-21T11:49:57 ', '2026-09-21T06:19:57.000Z'],
    ['2026-09-21 11:49', '2026-09-21T06:19:00.000Z'],
    ['2026-09-21 11:49:57.123456', '2026-09-21T06:19:57.123Z'],
    ['2026-09-21T11:49:57Z', '2026-09-21T11:49:57.000Z'],
    ['2026-09-21T11:49:57.500Z', '2026-09-21T11:49:57.500Z'],
    ['2026-09-21T11:49:57+05:30', '2026-09-21T06:19:57.000Z'],
    ['2026-09-21T11:49:57-0800', '2026-09-21T19:49:57.000Z'],
    ['2026-09-21 11:49:57 +00', '2026-09-21T11:49:57.000Z'],
    // A form makes a space of the plus sign.
    ['2026-09-21T11:49:57 05:30', '2026-09-21T06:19:57.000Z'],
    ['1790000000', '2026-09-21T14:13:20.000Z'],
    [1790000000, '2026-09-21T14:13:20.000Z'],
    ['1790000000123', '2026-09-21T14:13:20.123Z'],
    [1790000000123, '2026-09-21T14:13:20.123Z'],
  ])('%j', (given, expected) => {
    expect(read(given)).toBe(expected);
  });
});

describe('junk is no time', () => {
  test.each([
    '',
    '0000-00-00 00:00:00',
    '0001-01-01 00:00:00',
    '1970-01-01 05:30:00',
    '2026-02-29 10:00:00',
    '2026-02-30 10:00:00',
    '2026-13-01 10:00:00',
    '2026-04-31 10:00:00',
    '2026-09-21 24:00:00',
    '2026-09-21 10:60:00',
    '2026-09-21T10:00:00+99:00',
    '2026-09-21',
    '11:49:57',
    'yesterday',
    '0000000000',
    '12345',
    0,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    17900000001,
    null,
    undefined,
    true,
    {},
    [],
  ])('%j', (given) => {
    expect(read(given)).toBeNull();
  });
});

describe('any zone of the IANA database can be the wall clock', () => {
  test.each([
    ['UTC', '2026-07-01 12:00:00', '2026-07-01T12:00:00.000Z'],
    ['Europe/London', '2026-01-01 12:00:00', '2026-01-01T12:00:00.000Z'],
    ['Europe/London', '2026-07-01 12:00:00', '2026-07-01T11:00:00.000Z'],
    ['America/New_York', '2026-03-08 01:59:59', '2026-03-08T06:59:59.000Z'],
    ['America/New_York', '2026-03-08 03:00:00', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '2026-03-08 02:30:00', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-11-01 00:59:59', '2026-11-01T04:59:59.000Z'],
    ['America/New_York', '2026-11-01 01:30:00', '2026-11-01T05:30:00.000Z'],
    ['America/New_York', '2026-11-01 02:00:00', '2026-11-01T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04 12:00:00', '2026-10-04T01:00:00.000Z'],
    ['Pacific/Apia', '2026-09-21 12:00:00', '2026-09-20T23:00:00.000Z'],
  ])('%s %s', (timeZone, given, expected) => {
    expect(read(given, timeZone)).toBe(expected);
  });

  test('what the clock on the wall shows is read back as the same instant', () => {
    const zone = fc.constantFrom(
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Europe/Berlin',
      'Pacific/Auckland',
    );
    const moment = fc.date({
      min: new Date('2001-01-02T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zone, moment, (timeZone, instant) => {
        const wall = instant.toLocaleString('sv-SE', { timeZone });
        const back = readLocalTime(wall, timeZone);
        expect(back?.toLocaleString('sv-SE', { timeZone })).toBe(wall);
      }),
      { numRuns: 500 },
    );
  });
});
