import { MARKS } from './call-bodies.ts';
import type { Numbering } from './call-numbers.ts';

/** A text in a buffer in which only the digits of a call are written anew. */
export type CallTemplate = {
  /** The text for the call of that number. The buffer is the same every time. */
  fill(number: number): Buffer;
};

export function createCallTemplate(text: string, numbersOf: Numbering): CallTemplate {
  const buffer = Buffer.from(text, 'latin1');
  const places = (mark: string) => placesOf(buffer, mark);
  const [phones, agents, virtualNumbers] = [places(MARKS.phone), places(MARKS.agent), places(MARKS.virtualNumber)];
  const [idPhones, epochs, times] = [places(MARKS.idPhone), places(MARKS.epoch), places(MARKS.time)];
  let written = '';
  return {
    fill(number) {
      const numbers = numbersOf(number);
      for (const place of phones) writeDigits(buffer, place, numbers.phone);
      for (const place of agents) writeDigits(buffer, place, numbers.agent);
      for (const place of virtualNumbers) writeDigits(buffer, place, numbers.virtualNumber);
      for (const place of idPhones) writeDigits(buffer, place, numbers.idPhone);
      for (const place of epochs) writeDigits(buffer, place, numbers.epoch);
      const time = numbers.at === undefined ? currentTime() : wallClock(numbers.at);
      if (time !== written) for (const place of times) buffer.write(time, place, 'latin1');
      written = time;
      return buffer;
    },
  };
}

/** Templates that take turns: the call of every running number always comes from the same one. */
export function takingTurns(templates: readonly CallTemplate[]): CallTemplate {
  const [first, ...others] = templates;
  if (first === undefined) throw new Error('There must be a template.');
  // Not in step with the customers, so that one customer's calls do not all end alike.
  return { fill: (number) => (others[(Math.floor(number / 7) % templates.length) - 1] ?? first).fill(number) };
}

function placesOf(text: Buffer, mark: string): number[] {
  const places: number[] = [];
  for (let place = text.indexOf(mark); place !== -1; place = text.indexOf(mark, place + 1)) places.push(place);
  return places;
}

/** Ten decimal digits, without making a text of them first. */
function writeDigits(buffer: Buffer, place: number, value: number): void {
  let left = value;
  for (let index = place + 9; index >= place; index--) {
    const rest = Math.floor(left / 10);
    buffer[index] = 48 + left - rest * 10;
    left = rest;
  }
}

let timeText = '';
let timeUntil = 0;

/** The Indian wall clock, written out once a second. */
function currentTime(): string {
  const now = Date.now();
  if (now < timeUntil) return timeText;
  timeUntil = now - (now % 1_000) + 1_000;
  timeText = wallClock(now);
  return timeText;
}

function wallClock(at: number): string {
  return new Date(at + 5.5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
