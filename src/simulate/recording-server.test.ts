import { afterAll, expect, test } from 'vitest';
import { serveRecordings } from './recording-server.ts';
import { hashOf, wavOf } from './wav.ts';

let now = new Date('2026-09-21T06:30:00Z');
const server = await serveRecordings({ port: 0, clock: { now: () => now } });
afterAll(() => server.close());

const names = Array.from({ length: 100 }, (_, index) => `9000000001${1_790_000_000 + index}`);
const prompt = names.find((name) => hashOf(name) % 10 !== 0) ?? '';
const late = names.find((name) => hashOf(name) % 10 === 0) ?? '';

test('a recording is a WAV of 8 kHz, mono, 16 bits, one to five seconds long', async () => {
  const response = await fetch(`${server.url}/${prompt}.wav`);
  expect(response.headers.get('content-type')).toBe('audio/wav');
  const file = Buffer.from(await response.arrayBuffer());
  expect(file).toEqual(wavOf(prompt));
  expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect([file.readUInt16LE(20), file.readUInt16LE(22), file.readUInt32LE(24), file.readUInt16LE(34)]).toEqual([
    1, 1, 8_000, 16,
  ]);
  expect(file.readUInt32LE(40)).toBe(file.length - 44);
  const seconds = (file.length - 44) / 16_000;
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(5);
});

test.each([
  ['bytes=0-3', 206, [0, 4]],
  ['bytes=44-', 206, [44, undefined]],
  ['bytes=-10', 206, [-10, undefined]],
  ['bytes=99999999-', 416, [0, 0]],
  ['lines=1-2', 200, [0, undefined]],
] as const)('a player can seek: %s', async (range, status, [start, end]) => {
  const response = await fetch(`${server.url}/${prompt}.wav`, { headers: { range } });
  expect(response.status).toBe(status);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(wavOf(prompt).subarray(start, end));
  if (range === 'bytes=0-3') expect(response.headers.get('content-range')).toBe(`bytes 0-3/${wavOf(prompt).length}`);
});

test('some recordings are not there for half a minute', async () => {
  expect((await fetch(`${server.url}/${late}.wav`)).status).toBe(404);
  now = new Date(now.getTime() + 29_000);
  expect((await fetch(`${server.url}/${late}.wav`)).status).toBe(404);
  now = new Date(now.getTime() + 2_000);
  expect((await fetch(`${server.url}/${late}.wav`)).status).toBe(200);
});

test('anything else is not found', async () => {
  expect((await fetch(`${server.url}/../etc/passwd`)).status).toBe(404);
});

test('a second server takes a free port when its own is taken', async () => {
  const second = await serveRecordings({ port: Number(new URL(server.url).port), clock: { now: () => now } });
  expect(second.url).not.toBe(server.url);
  await second.close();
});
