import { useSyncExternalStore } from 'react';
import { queryClient } from '../api/query-client.ts';
import { SESSION_KEY } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import type { Change, LiveMessage, LiveState } from './message.ts';
import { shareStream } from './share-stream.ts';

type Listener = (message: LiveMessage) => void;

const listeners = new Set<Listener>();
let state: LiveState = 'connecting';
let stream: { close(): void } | undefined;

/**
 * Follows the service's live events for as long as somebody listens, from where the session was loaded: whatever the page
 * shows was loaded after it. Returns how to stop.
 */
export function listenLive(listener: Listener): () => void {
  listeners.add(listener);
  stream ??= shareStream(queryClient.getQueryData<Session>(SESSION_KEY)?.last_event_id, (message) => {
    if (message.kind === 'state') state = message.state;
    for (const one of listeners) one(message);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stream?.close();
    stream = undefined;
    state = 'connecting';
  };
}

/** Calls back when records of a model change, and when any of them may have: on a reset, without ids. */
export function onChange(model: string, call: (ids: Change['ids']) => void): () => void {
  return listenLive((message) => {
    if (message.kind === 'change' && message.change.model === model) call(message.change.ids);
    if (message.kind === 'reset') call([]);
  });
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(listenLive, () => state);
}
