import { expect, test } from 'vitest';
import { statusKind } from './call-status.ts';

test.each([
  ['ANSWER', 'answered'],
  ['ANSWERED', 'answered'],
  ['answer', 'answered'],
  ['Call complete', 'answered'],
  ['CANCEL', 'cancelled'],
  ['EXECUTIVEBUSY', 'busy'],
  ['Executive Busy', 'busy'],
  ['executive_busy', 'busy'],
  ['Customer Busy', 'busy'],
  ['BUSY', 'busy'],
  ['NOANSWER', 'no_answer'],
  ['NO ANSWER', 'no_answer'],
  ['no-answer', 'no_answer'],
  ['CONNECTING', 'in_progress'],
  ['Ringing', 'in_progress'],
  ['ORIGINATE', 'in_progress'],
  ['VOICEMSG', 'voicemail'],
  ['Failed', 'failed'],
  ['Insufficient Balance', 'failed'],
  ['a word nobody has seen', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('the status word %j means %s', (word, kind) => {
  expect(statusKind(word)).toBe(kind);
});
