import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';

// The least that makes a call visible: one insert that is committed, one look-up by the call's id, one process between.
const [databaseUrl = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
const pool = new pg.Pool({ connectionString: databaseUrl });
await pool.query('create table bare_call (call_id text primary key, payload text not null)');
const Call = Type.Object({ callid: Type.String() });

const server = createServer(async (request, response) => {
  const answer = request.method === 'POST' ? await accept(request) : await find(request.url ?? '');
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}` });
});

async function accept(request: IncomingMessage): Promise<string> {
  const body = await text(request);
  const { callid } = Parse(Call, JSON.parse(body));
  await pool.query({ name: 'store', text: 'insert into bare_call values ($1, $2)', values: [callid, body] });
  return '{"status":"accepted"}';
}

async function find(url: string): Promise<string> {
  const callId = new URL(url, 'http://bare').searchParams.get('call_id');
  const { rows } = await pool.query({
    name: 'find',
    text: 'select call_id, payload from bare_call where call_id = $1',
    values: [callId],
  });
  return JSON.stringify({ data: rows, total: rows.length });
}
