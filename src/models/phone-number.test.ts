import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePhoneNumber, splitPhoneNumbers } from './phone-number.ts';

describe('an Indian number has one spelling, however it is written', () => {
  test.each([
    '9000000001',
    '09000000001',
    '919000000001',
    '+919000000001',
    '0919000000001',
    '00919000000001',
    '+91 90000 00001',
    '+91-90000-00001',
    '+91 (0) 90000 00001',
    '(0)90000.00001',
    '  9000000001  ',
    'tel:+91-9000000001',
    'TEL:9000000001;ext=5',
    'sip:9000000001@example.com',
    '９０００００００01',
    '\u202a+91 90000 00001\u202c',
    '90000\u00a000001',
    '९००००००००१',
    '+९१ ९०००० ००००१',
    '٩٠٠٠٠٠٠٠٠١',
    '௯௦௦௦௦௦௦௦௦௧',
    '90000\u201100001',
    '9000000001 ext. 12',
  ])('%j', (given) => {
    expect(normalisePhoneNumber(given, 'IN')).toBe('+919000000001');
  });

  test.each([
    ['8030000001', '+918030000001'],
    ['2230000001', '+912230000001'],
    ['9100000001', '+919100000001'],
    ['919100000001', '+919100000001'],
    ['1800 300 0001', '+9118003000001'],
  ])('%s', (given, expected) => {
    expect(normalisePhoneNumber(given, 'IN')).toBe(expected);
  });
});

describe('a number of another country keeps its country', () => {
  test.each([
    ['+1 202 555 0123', '+12025550123'],
    ['001 202 555 0123', '+12025550123'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['+971 50 000 0001', '+971500000001'],
  ])('%s', (given, expected) => {
    expect(normalisePhoneNumber(given, 'IN')).toBe(expected);
  });

  test('and the region can be another one', () => {
    expect(normalisePhoneNumber('020 7946 0018', 'GB')).toBe('+442079460018');
    expect(normalisePhoneNumber('8123 4567', 'SG')).toBe('+6581234567');
    expect(normalisePhoneNumber('+91 90000 00001', 'GB')).toBe('+919000000001');
    expect(normalisePhoneNumber('9000000001', 'no such region')).toBe('9000000001');
  });
});

describe('what is no number of the region is kept as given, never cut', () => {
  test.each([
    ['123456', '123456'],
    ['80-300-001', '80300001'],
    ['971500000001', '971500000001'],
    ['12025550123', '12025550123'],
    ['+91 90000', '+9190000'],
    ['98000000011', '98000000011'],
    ['9000000001900000000290000000039', '9000000001900000000290000000039'],
  ])('%s', (given, expected) => {
    expect(normalisePhoneNumber(given, 'IN')).toBe(expected);
  });
});

describe('a withheld caller has no number', () => {
  test.each(['', ' ', '0', '-1', 'anonymous', 'Unknown', 'PRIVATE', 'Restricted', '12345', '0000000000', '+', 'null'])(
    '%j',
    (given) => {
      expect(normalisePhoneNumber(given, 'IN')).toBeNull();
    },
  );

  test('null, and a text too long to be a number', () => {
    expect(normalisePhoneNumber(null, 'IN')).toBeNull();
    expect(normalisePhoneNumber('x'.repeat(500_000) + '7'.repeat(500_000), 'IN')).toBeNull();
  });
});

test('normalising twice changes nothing', () => {
  const phoneLike = fc.string({ unit: fc.constantFrom(...'+0019123456789 -().x;/:@tel'), maxLength: 20 });
  const region = fc.constantFrom('IN', 'US', 'GB', 'SG', 'DE', 'IT', 'BR', 'MX', 'AR');
  fc.assert(
    fc.property(fc.oneof(phoneLike, fc.string({ unit: 'binary' })), region, (given, where) => {
      const once = normalisePhoneNumber(given, where);
      expect(normalisePhoneNumber(once, where)).toBe(once);
    }),
    { numRuns: 5_000 },
  );
});

test('a field with several numbers is split', () => {
  expect(splitPhoneNumbers('9000000001 | +91 90000 00002')).toEqual(['9000000001', '+91 90000 00002']);
  expect(splitPhoneNumbers('9000000001/9000000002, 9000000003;;')).toEqual(['9000000001', '9000000002', '9000000003']);
  expect(splitPhoneNumbers(' ')).toEqual([]);
  expect(splitPhoneNumbers(null)).toEqual([]);
});
