import { describe, expect, test } from 'vitest';
import { CLOUD, call } from './test-samples.ts';

describe('a recording', () => {
  test.each([
    ['https://recordings.example.com/a.wav', 'https://recordings.example.com/a.wav'],
    ['HTTP://recordings.example.com/a.wav?token=abc', 'HTTP://recordings.example.com/a.wav?token=abc'],
    ['https:\\/\\/recordings.example.com\\/a.wav', 'https://recordings.example.com/a.wav'],
    ['https://recordings.example.com/a b.wav', 'https://recordings.example.com/a%20b.wav'],
    ['98000000011790000000.wav', null],
    ['/2026/09/a.wav', null],
    ['//recordings.example.com/a.wav', null],
    ['ftp://recordings.example.com/a.wav', null],
    ['javascript:alert(1)', null],
    ['https://', null],
    ['None', null],
    [`https://recordings.example.com/${'a'.repeat(4_000)}`, null],
  ])('%.70s', (filename, expected) => {
    expect(call({ ...CLOUD, filename }).recording_url).toBe(expected);
  });

  test('can be all that a later event adds', () => {
    expect(call({ callid: '1', callto: '9000000001', filename: CLOUD.filename })).toMatchObject({
      rank: 0,
      recording_url: CLOUD.filename,
    });
    expect(call({ callid: '1', filename: CLOUD.filename })).toMatchObject({
      rank: 0,
      phone_number: null,
      recording_url: CLOUD.filename,
    });
  });

  test('of a missed call proves no answer', () => {
    expect(call({ ...CLOUD, dialstatus: 'CANCEL', answeredtime: '' })).toMatchObject({ rank: 2, duration: 0 });
  });
});
