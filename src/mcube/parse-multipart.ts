import { Busboy } from '@fastify/busboy';
import { type Form, readFields } from './parse-form.ts';

/** As many as a payload may have keys (clean-payload.ts). The body as a whole was bounded when it was received. */
const MOST_PARTS = 200;

/** The fields of a multipart form, a file's content counting as a field's; undefined when it is broken. */
export async function parseMultipart(body: Buffer, contentType: string): Promise<Form | undefined> {
  const fields = hasManyParts(body) ? undefined : await readParts(body, contentType);
  return fields === undefined ? undefined : readFields(fields);
}

/** Looked for beforehand: past its limit the parser goes on through the rest, two seconds for a mebibyte of boundaries. */
function hasManyParts(body: Buffer): boolean {
  let at = -1;
  for (let parts = 0; parts <= MOST_PARTS; parts++) {
    at = body.indexOf('\n--', at + 1);
    if (at === -1) return false;
  }
  return true;
}

function readParts(body: Buffer, contentType: string): Promise<[string, string][] | undefined> {
  return new Promise((resolve) => {
    const fields: [string, string][] = [];
    try {
      const busboy = new Busboy({
        headers: { 'content-type': contentType },
        limits: { parts: MOST_PARTS, fields: MOST_PARTS, headerPairs: 20, fieldSize: body.length + 1 },
        isPartAFile: () => false,
      });
      busboy.on('field', (name, value) => {
        // A part without a name arrives without one, whatever the type says.
        if (typeof name === 'string') fields.push([name, value]);
      });
      busboy.once('finish', () => resolve(fields));
      busboy.once('close', () => resolve(undefined));
      // A body that was cut off is an error here, even when all its fields had been read.
      busboy.on('error', () => resolve(undefined));
      busboy.end(body);
    } catch {
      resolve(undefined);
    }
  });
}
