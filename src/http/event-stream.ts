import type { FastifyReply } from 'fastify';
import type { Change } from '../models/live-change.ts';

/** A connection on which the server sends events for as long as both want (text/event-stream). */
export type EventStream = {
  /** One message per change; the id comes with the last one, so that a break in between repeats them all. */
  send(changes: readonly Change[], id: string): void;
  /** Some changes are forgotten: whatever was loaded must be loaded anew. */
  sendReset(id: string): void;
  /** Shows that the connection lives, to the client too, and moves the id from which it can be resumed. */
  beat(id: string): void;
  /** Waits until what was sent has left for the client. */
  drained(): Promise<void>;
  onClose(listener: () => void): void;
  end(): void;
};

/** A client that leaves so much unread is cut off; it comes back and resumes where it was. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/** Answers with a stream in place of a body. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would hold events back otherwise.
    'x-accel-buffering': 'no',
  });
  // A broken connection also closes; the error itself tells nothing more.
  raw.on('error', () => undefined);
  const write = (text: string) => {
    if (raw.destroyed || raw.writableEnded) return;
    // Before, not after: one large message must not cut off whoever reads fast enough.
    if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
    else raw.write(text);
  };
  write('retry: 2000\n\n');
  return {
    send(changes, id) {
      const messages = changes.map((change) => `data: ${JSON.stringify(change)}\n\n`);
      const last = messages.pop();
      if (last !== undefined) write(`${messages.join('')}id: ${id}\n${last}`);
    },
    sendReset: (id) => write(`id: ${id}\nevent: reset\ndata: {}\n\n`),
    // Not a comment: of those a browser tells the page nothing.
    beat: (id) => write(`id: ${id}\nevent: beat\ndata: {}\n\n`),
    async drained() {
      if (!raw.writableNeedDrain || raw.destroyed) return;
      await new Promise<void>((resolve) => {
        raw.once('drain', resolve);
        raw.once('close', resolve);
      });
    },
    onClose: (listener) => void raw.once('close', listener),
    end: () => void raw.end(),
  };
}
