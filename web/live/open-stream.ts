import { statusOf } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { type LiveMessage, readMessage } from './message.ts';

type Told = (message: LiveMessage) => void;

/** The longest wait between two attempts to connect. */
const MOST_WAIT_MS = 20_000;

/**
 * Follows /api/events from a position, or from now on, and reports what comes. The browser reconnects by itself when the
 * line breaks; when the service refuses, as while it restarts, this tries again, a little later each time.
 */
export function openStream(from: string | undefined, tell: Told): { close(): void } {
  let position = from;
  let source: EventSource;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    clearTimeout(retry);
    source = new EventSource(`/api/events${position === undefined ? '' : `?last_event_id=${position}`}`);
    const resumed = position !== undefined;
    let opened = false;
    source.onopen = () => {
      failures = 0;
      // The browser resumes where it was. Where this page begins to listen, what it had loaded before may be older.
      if (!opened && !resumed) tell({ kind: 'reset', position });
      opened = true;
      tell({ kind: 'state', state: 'open' });
    };
    source.onmessage = ({ data, lastEventId }) => {
      position = lastEventId === '' ? position : lastEventId;
      const change = readMessage(data);
      if (change !== undefined) tell({ kind: 'change', change, position });
    };
    source.addEventListener('reset', ({ lastEventId }) => {
      position = lastEventId;
      tell({ kind: 'reset', position });
    });
    source.onerror = () => {
      tell({ kind: 'state', state: 'lost' });
      if (source.readyState === EventSource.CLOSED) tryLater();
    };
  };

  const tryLater = () => {
    failures += 1;
    retry = setTimeout(
      async () => {
        // A stream does not say why it was refused: whose session is over need not try on.
        const refused = await request('GET', '/api/session').then(() => undefined, statusOf);
        if (refused === 401) tell({ kind: 'signed-out' });
        else connect();
      },
      Math.min(MOST_WAIT_MS, 500 * 2 ** failures) * (0.75 + Math.random() / 2),
    );
  };

  // The browser may take a minute to notice that a line is dead; the system's word that it is back is quicker.
  const backOnline = () => {
    source.close();
    connect();
  };
  window.addEventListener('online', backOnline);
  connect();
  return {
    close() {
      window.removeEventListener('online', backOnline);
      clearTimeout(retry);
      source.close();
    },
  };
}
