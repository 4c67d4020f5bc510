export type StreamEvent = { id: string | undefined; event: string; data: unknown };

/** A client of /api/events. */
export type EventClient = {
  readonly status: number;
  readonly events: StreamEvent[];
  /** The id from which the stream can be resumed. */
  lastId(): string | undefined;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Waits until an event satisfies the condition. */
  until(condition: (event: StreamEvent) => boolean): Promise<StreamEvent>;
  close(): void;
};

export async function openEvents(
  server: { readonly url: string },
  headers: Record<string, string>,
  query = '',
): Promise<EventClient> {
  const aborted = new AbortController();
  const response = await fetch(`${server.url}/api/events${query}`, { headers, signal: aborted.signal });
  const events: StreamEvent[] = [];
  let lastId: string | undefined;
  let wake = () => {};
  const read = async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
        );
        lastId = fields.get('id') ?? lastId;
        const data = fields.get('data');
        // That the connection lives is no news.
        if (data !== undefined && fields.get('event') !== 'beat')
          events.push({ id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data) });
      }
      wake();
    }
  };
  const ended = read()
    .catch(() => undefined)
    .finally(() => wake());
  const until = async (condition: (event: StreamEvent) => boolean): Promise<StreamEvent> => {
    for (;;) {
      const found = events.find(condition);
      if (found !== undefined) return found;
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No such event in ${JSON.stringify(events)}`)), 5_000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return { status: response.status, events, ended, until, lastId: () => lastId, close: () => aborted.abort() };
}
