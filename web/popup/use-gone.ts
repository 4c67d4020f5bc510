import { useEffect, useRef, useState } from 'react';
import type { MyCall } from './use-my-calls.ts';

/** How long it stays to be read that somebody else has answered. */
const READ_MS = 8_000;

/** Calls that rang here a moment ago and concern this person no longer. */
export function useGone(calls: readonly MyCall[] | undefined): readonly number[] {
  const rang = useRef<ReadonlySet<number>>(new Set());
  const [gone, setGone] = useState<readonly number[]>([]);
  useEffect(() => {
    if (calls === undefined) return;
    const here = new Set(calls.map(({ call_record }) => call_record.id));
    const left = [...rang.current].filter((id) => !here.has(id));
    rang.current = new Set(calls.filter(({ state }) => state === 'ringing').map(({ call_record }) => call_record.id));
    if (left.length === 0) return;
    setGone((before) => [...before, ...left]);
    // Not ended with the effect: what has begun to be shown is shown for its time.
    setTimeout(() => setGone((before) => before.filter((id) => !left.includes(id))), READ_MS);
  }, [calls]);
  return gone;
}
