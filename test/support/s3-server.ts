import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';

/** The part of S3 that a store of files needs; it checks every signature anew, from the specification. */
export type S3Server = {
  readonly url: string;
  readonly objects: Map<string, { body: Buffer; type: string }>;
  /** Requests that were refused, and why. */
  readonly refused: string[];
};

export const S3_KEY = { id: 'AKIATEST', secret: 'a secret for tests' };
const REGION = 'ap-south-1';

export async function startS3Server(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const wrong = wrongWith(request);
    if (wrong !== undefined) {
      refused.push(wrong);
      return void response.writeHead(403).end();
    }
    answer(objects, request, body, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, objects, refused };
}

function answer(objects: S3Server['objects'], request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const name = request.url ?? '';
  const found = objects.get(name);
  if (request.method === 'PUT') {
    objects.set(name, { body, type: request.headers['content-type'] ?? '' });
    response.writeHead(200, { etag: '"1"' }).end();
  } else if (request.method === 'DELETE') {
    objects.delete(name);
    response.writeHead(204).end();
  } else if (found === undefined) response.writeHead(404).end();
  else {
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (start === undefined || end === undefined) response.writeHead(200).end(found.body);
    else response.writeHead(206).end(found.body.subarray(Number(start), Number(end) + 1));
  }
}

/** Undefined when the signature (AWS Signature Version 4, header form) is right. */
function wrongWith({ method, url = '', headers }: IncomingMessage): string | undefined {
  const [, id, day, region, service, names = '', given] =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/(\w+)\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id !== S3_KEY.id || region !== REGION || service !== 's3') return `credential of ${headers.authorization}`;
  for (const needed of ['host', 'x-amz-date', 'x-amz-content-sha256'])
    if (!names.split(';').includes(needed)) return `${needed} is not signed`;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query,
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hashed].join('\n');
  const key = [day ?? '', region, service, 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${S3_KEY.secret}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === given ? undefined : 'signature';
}
