import { parseArgs } from 'node:util';
import { isLoadBody, LOAD_BODIES } from './load/call-bodies.ts';
import { generateLoad } from './load/generate-load.ts';
import { createPace } from './load/pace.ts';

// A process of its own, so that its work does not stand in the service's event loop. Ends with one line of JSON; to a
// parent that forked it, it also tells every half second how much was accepted, and from it takes a new rate.
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
      rate: { type: 'string', default: 'Infinity' },
      first: { type: 'string' },
    },
  });
  const { url, body } = values;
  if (!isLoadBody(body)) throw new Error(`--body must be one of ${LOAD_BODIES.join(', ')}.`);
  const pace = createPace(Number(values.rate));
  process.on('message', (message) => {
    if (typeof message === 'object' && message !== null && 'rate' in message) pace.rate = Number(message.rate);
  });
  process.on('disconnect', () => process.exit());
  let accepted = 0;
  const telling = setInterval(() => process.send?.({ acceptedSoFar: accepted }), 500);
  const result = await generateLoad({
    url,
    body,
    connections: Number(values.connections),
    seconds: Number(values.seconds),
    count: Number(values.count),
    warmUp: Number(values['warm-up']),
    customers: Number(values.customers),
    pace,
    onAccepted: (acceptedInAll) => {
      accepted = acceptedInAll;
    },
    ...(values.first === undefined ? {} : { first: Number(values.first) }),
  });
  clearInterval(telling);
  if (process.send === undefined) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.send({ result }, () => process.disconnect());
}
