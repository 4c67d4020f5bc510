import type { CallEvent } from '../models/call-event.ts';

/** A flat MCUBE payload after unwrapping and without secrets: what is stored, and read again at every replay. */
export type Payload = Readonly<Record<string, unknown>>;

/** What a request body turned out to hold: one event, a bulk list of them, no call at all, or something unreadable. */
export type Decoded =
  | { kind: 'one'; payload: Payload }
  | { kind: 'bulk'; payloads: readonly Payload[] }
  | { kind: 'nothing' }
  | { kind: 'unreadable'; message: string };

/** What a payload turned out to be: a call, or words for why it cannot be one. */
export type Reading = { kind: 'call'; event: CallEvent } | { kind: 'unreadable'; message: string };
