import { parseArgs } from 'node:util';
import { generateLoad } from './load/generate-load.ts';
import { isLoadBody, LOAD_BODIES } from './load/request-template.ts';

// A process of its own, so that its work does not stand in the service's event loop; prints one line of JSON.
if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080/mcube/webhook' },
      connections: { type: 'string', default: '64' },
      seconds: { type: 'string', default: '10' },
      count: { type: 'string', default: 'Infinity' },
      'warm-up': { type: 'string', default: '0' },
      customers: { type: 'string', default: '10000' },
      body: { type: 'string', default: 'cloud' },
      first: { type: 'string' },
    },
  });
  const { url, body } = values;
  if (!isLoadBody(body)) throw new Error(`--body must be one of ${LOAD_BODIES.join(', ')}.`);
  const result = await generateLoad({
    url,
    body,
    connections: Number(values.connections),
    seconds: Number(values.seconds),
    count: Number(values.count),
    warmUp: Number(values['warm-up']),
    customers: Number(values.customers),
    ...(values.first === undefined ? {} : { first: Number(values.first) }),
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
