import type { LiveMessage } from './message.ts';
import { openStream } from './open-stream.ts';

const NAME = 'mcube-live';

type Ask = { kind: 'state?' };

/**
 * One stream for all tabs: a browser opens no more than six connections to one address. The tab that holds the lock
 * listens and tells the others; when it is closed another takes its place, from where it was.
 */
export function shareStream(from: string | undefined, tell: (message: LiveMessage) => void): { close(): void } {
  const channel = new BroadcastChannel(NAME);
  const closing = new AbortController();
  let position = from;
  let state: LiveMessage | undefined;
  let leads = false;

  const keep = (message: LiveMessage) => {
    if (message.kind === 'change' || message.kind === 'reset') position = message.position ?? position;
    if (message.kind === 'state') state = message;
    tell(message);
  };
  channel.onmessage = ({ data }: MessageEvent<LiveMessage | Ask>) => {
    if (data.kind !== 'state?') keep(data);
    else if (leads && state !== undefined) channel.postMessage(state);
  };
  channel.postMessage({ kind: 'state?' } satisfies Ask);

  const lead = async () => {
    leads = true;
    const stream = openStream(position, (message) => {
      if (closing.signal.aborted) return;
      channel.postMessage(message);
      keep(message);
    });
    await new Promise((resolve) => closing.signal.addEventListener('abort', resolve, { once: true }));
    stream.close();
  };
  // Only a page of https or of this machine has locks; elsewhere each tab has a stream of its own.
  if ('locks' in navigator)
    // Whoever waits until the end of the page is told so by an error that says nothing else.
    navigator.locks.request(NAME, { signal: closing.signal }, lead).catch(() => undefined);
  else void lead();

  return {
    close() {
      closing.abort();
      channel.close();
    },
  };
}
