import { canonicalKey } from './canonical-key.ts';
import { isPlainJson } from './clean-text.ts';
import { KNOWN_KEYS } from './families.ts';
import { parseForm } from './parse-form.ts';
import { parseJson } from './parse-json.ts';
import { parseMultipart } from './parse-multipart.ts';
import type { Decoded } from './payload.ts';
import { unwrap } from './unwrap.ts';

const INVALID: Decoded = { kind: 'unreadable', message: 'Invalid JSON data' };
const FORM_START = /^[\w.%+[\]-]{1,200}=/;
const MULTIPART_START = /^--([^\r\n]{1,70})\r?\n/;

/**
 * What a request says, whatever its label: JSON, a form, a multipart form, or the query when there is no body. Only a
 * multipart form is read asynchronously. Secrets do not get past here.
 */
export function decodeBody(body: Buffer, contentType: string | undefined, query: string): Decoded | Promise<Decoded> {
  const text = readText(body, contentType);
  const first = text[0];
  if (first === undefined) return decodeQuery(query);
  if (first === '{' || first === '[' || first === '"') return decodeJson(text, body.length);
  const multipart = multipartType(text, contentType);
  if (multipart !== undefined) return decodeMultipart(body, multipart);
  const isForm = FORM_START.test(text) || /^\s*application\/x-www-form-urlencoded/i.test(contentType ?? '');
  return isForm ? unwrap(parseForm(text)) : INVALID;
}

/** The text without white space around it, without the byte order mark, which counts as such, and without a C text's final NUL. */
function readText(body: Buffer, contentType: string | undefined): string {
  const text = decodeBytes(body, contentType);
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end).trim();
}

/** UTF-8 unless the bytes show otherwise; what a label claims counts only for bytes that are no UTF-8, since it is often wrong. */
function decodeBytes(body: Buffer, contentType: string | undefined): string {
  const [first, second] = body;
  // All formats begin with an ASCII character, which in UTF-16 has a zero beside it.
  if ((first === 0xff && second === 0xfe) || second === 0) return body.toString('utf16le');
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder('utf-16be').decode(body);
  const text = body.toString('utf8');
  return text.includes('\ufffd') ? decodeLabelled(body, contentType) : text;
}

function decodeLabelled(body: Buffer, contentType: string | undefined): string {
  const label = /;\s*charset="?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return body.toString('utf8');
  }
}

function decodeJson(text: string, bytes: number): Decoded {
  // Sent as a form's only name, JSON arrives with the = of its empty value.
  const parsed = parseJson(text) ?? (text.endsWith('=') ? parseJson(text.slice(0, -1)) : undefined);
  return parsed === undefined ? INVALID : unwrap(parsed, isPlainJson(text, bytes));
}

/** The label of a multipart form; one that was lost on the way is made again from the first line. */
function multipartType(text: string, contentType: string | undefined): string | undefined {
  if (contentType !== undefined && /^\s*multipart\/form-data.*boundary=/i.test(contentType)) return contentType;
  const boundary = MULTIPART_START.exec(text)?.[1];
  return boundary === undefined ? undefined : `multipart/form-data; boundary="${boundary.replaceAll('"', '')}"`;
}

async function decodeMultipart(body: Buffer, contentType: string): Promise<Decoded> {
  const form = await parseMultipart(body, contentType);
  return form === undefined ? INVALID : unwrap(form);
}

/** People and monitors open the address with parameters of their own: without one of MCUBE's fields that is no call. */
function decodeQuery(query: string): Decoded {
  const form = parseForm(query.startsWith('?') ? query.slice(1) : query);
  const names = Object.keys(form).map(canonicalKey);
  const holdsCall = names.some((name) => KNOWN_KEYS.has(name) || name === 'data' || name === 'payload');
  return holdsCall ? unwrap(form) : { kind: 'nothing' };
}
