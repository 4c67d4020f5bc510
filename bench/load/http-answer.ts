/** An HTTP answer as far as a load generator cares: its status, and how many bytes it has in all. */
export type HttpAnswer = { status: string; bytes: number };

/** Reads an answer that has arrived in full; null while some of it is missing. It must say its content-length. */
export function parseAnswer(received: string): HttpAnswer | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, headEnd + 2))?.[1];
  if (length === undefined) throw new Error('The service answered without a content-length.');
  const bytes = headEnd + 4 + Number(length);
  return received.length < bytes ? null : { status: received.slice(9, 12), bytes };
}

/** Whether a chunk is once more the answer that came before: the same length, the same status. */
export function isSameAnswer(chunk: Uint8Array, size: number, { status, bytes }: HttpAnswer): boolean {
  return (
    size === bytes &&
    chunk[9] === status.charCodeAt(0) &&
    chunk[10] === status.charCodeAt(1) &&
    chunk[11] === status.charCodeAt(2)
  );
}
