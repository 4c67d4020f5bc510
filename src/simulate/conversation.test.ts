import { expect, test } from 'vitest';
import { conversationOf } from './conversation.ts';

test('a made-up conversation is as long as asked for, has turns and pauses, and repeats with its name', () => {
  const file = conversationOf('9000000001', 20);
  expect(file.length).toBe(44 + 20 * 16_000);
  expect(conversationOf('9000000001', 20)).toEqual(file);
  expect(conversationOf('9000000002', 20)).not.toEqual(file);
  const tenths = Array.from({ length: 200 }, (_, tenth) =>
    Math.max(
      ...Array.from({ length: 800 }, (_, sample) => Math.abs(file.readInt16LE(44 + (tenth * 800 + sample) * 2))),
    ),
  );
  expect(tenths.filter((loudest) => loudest === 0).length).toBeGreaterThan(5);
  expect(tenths.filter((loudest) => loudest > 2_000).length).toBeGreaterThan(100);
});
