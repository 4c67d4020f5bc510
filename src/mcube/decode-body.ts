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
  const text = readText(body);
  const first = text[0];
  if (first === undefined) return decodeQuery(query);
  if (first === '{' || first === '[' || first === '"') return decodeJson(text, body.length);
  const multipart = multipartType(text, contentType);
  if (multipart !== undefined) return decodeMultipart(body, multipart);
  const isForm = FORM_START.test(text) || /^\s*application\/x-www-form-urlencoded/i.test(contentType ?? '');
  return isForm ? unwrap(parseForm(text)) : INVALID;
}

/** The text without white space around it, and without the byte order mark, which counts as such. */
function readText(body: Buffer): string {
  if (body[0] === 0xff && body[1] === 0xfe) return body.toString('utf16le').trim();
  return body.toString('utf8').trim();
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
