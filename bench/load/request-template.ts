import { CALL_BODIES, type LoadBody } from './call-bodies.ts';
import type { Numbering } from './call-numbers.ts';
import { type CallTemplate, createCallTemplate, takingTurns } from './call-template.ts';

/** Whole HTTP requests, head and body in one buffer. */
export function createRequestTemplate(url: URL, body: LoadBody, numbersOf: Numbering): CallTemplate {
  const { contentType, texts } = CALL_BODIES[body];
  const requests = texts.map(
    (text) =>
      `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: ${contentType}\r\n` +
      `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
  return takingTurns(requests.map((request) => createCallTemplate(request, numbersOf)));
}

/** The bodies alone. */
export function createBodyTemplate(body: LoadBody, numbersOf: Numbering): CallTemplate {
  return takingTurns(CALL_BODIES[body].texts.map((text) => createCallTemplate(text, numbersOf)));
}
