import { statusOf } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import { type LiveMessage, readMessage } from './message.ts';

type Told = (message: LiveMessage) => void;

/** Nothing heard for so long, where a beat comes every 15 seconds: the line is dead, whatever the browser believes of it. */
const SILENCE_MS = 40_000;
const LOOK_MS = 5_000;

/** The longest wait between two attempts to connect. */
const MOST_WAIT_MS = 20_000;

/**
 * Follows /api/events from a position, or from now on, and reports what comes. The browser reconnects by itself when the
 * line breaks; when the service refuses, as while it restarts, this tries again, a little later each time. A line that only
 * fell silent, as in a tunnel or after a night, is given up and begun anew.
 */
export function openStream(from: string | undefined, tell: Told): { close(): void } {
  let position = from;
  let source: EventSource;
  let failures = 0;
  let lastHeard = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    clearTimeout(retry);
    lastHeard = Date.now();
    source = new EventSource(`/api/events${position === undefined ? '' : `?last_event_id=${position}`}`);
    const resumed = position !== undefined;
    let opened = false;
    source.onopen = () => {
      failures = 0;
      lastHeard = Date.now();
      // The browser resumes where it was. Where this page begins to listen, what it had loaded before may be older.
      if (!opened && !resumed) tell({ kind: 'reset', position });
      opened = true;
      tell({ kind: 'state', state: 'open' });
    };
    const hear = ({ lastEventId }: MessageEvent) => {
      lastHeard = Date.now();
      position = lastEventId === '' ? position : lastEventId;
    };
    source.addEventListener('beat', hear);
    source.onmessage = (message) => {
      hear(message);
      const change = readMessage(message.data);
      if (change !== undefined) tell({ kind: 'change', change, position });
    };
    source.addEventListener('reset', (message) => {
      hear(message);
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
  const beginAnew = () => {
    source.close();
    connect();
  };
  const look = setInterval(() => {
    // One that was refused is tried again as it is.
    if (source.readyState === EventSource.CLOSED || Date.now() - lastHeard < SILENCE_MS) return;
    tell({ kind: 'state', state: 'lost' });
    beginAnew();
  }, LOOK_MS);
  window.addEventListener('online', beginAnew);
  connect();
  return {
    close() {
      window.removeEventListener('online', beginAnew);
      clearTimeout(retry);
      clearInterval(look);
      source.close();
    },
  };
}
