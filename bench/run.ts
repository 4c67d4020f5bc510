import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAccept } from './benches/accept.ts';
import type { Context } from './benches/context.ts';
import { benchLive } from './benches/live.ts';
import { benchProcess } from './benches/process.ts';
import { benchScale } from './benches/scale.ts';
import { benchSustained } from './benches/sustained.ts';
import { benchVisible } from './benches/visible.ts';
import { benchWeb } from './benches/web.ts';
import { describeMachine } from './machine/describe-machine.ts';
import { describeProcessorTime, readProcessorTime } from './machine/processor-time.ts';
import { type Section, writeSection } from './report/section.ts';
import { killChildren } from './support/child.ts';
import { startBenchPostgres } from './support/postgres.ts';

const BENCHES: Record<string, (context: Context) => Promise<Section>> = {
  accept: benchAccept,
  process: benchProcess,
  sustained: benchSustained,
  visible: benchVisible,
  scale: benchScale,
  live: benchLive,
  web: benchWeb,
};

const USAGE = `node bench/run.ts [${Object.keys(BENCHES).join('|')} …] [--quick] [--rate N] [--sizes N,N…] [--write] [--profile FOLDER]

  --quick    short runs, and no more than 200,000 calls in the scale bench
  --rate     calls a second for the sustained bench, instead of finding the rate
  --sizes    numbers of calls for the scale bench (10000,1000000; 10000000 too needs 10 GB of disk for a while)
  --write    also write bench/RESULTS.md
  --profile  put processor profiles of the service's processes there
`;

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      rate: { type: 'string' },
      sizes: { type: 'string' },
      write: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const names = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
  if (values.help || names.some((name) => !Object.hasOwn(BENCHES, name))) {
    process.stderr.write(USAGE);
    process.exit(2);
  }
  const sizes = values.sizes ?? (values.quick ? '10000,200000' : '10000,1000000');
  const failures = await runBenches(names, values.write, {
    quick: values.quick,
    rate: values.rate === undefined ? undefined : Number(values.rate),
    sizes: sizes.split(',').map(Number),
    profileTo: values.profile,
  });
  process.exitCode = failures === 0 ? 0 : 1;
}

async function runBenches(names: string[], write: boolean, options: Omit<Context, 'postgres'>): Promise<number> {
  const postgres = await startBenchPostgres();
  // The children use the server, so they go first.
  const interrupted = () =>
    killChildren()
      .then(() => postgres.close())
      .finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const parts: string[] = [];
  const print = (text: string) => {
    parts.push(text);
    process.stdout.write(`${text}\n\n`);
  };
  let failures = 0;
  try {
    print('# Speed and scale');
    print(
      `\`npm run bench${options.quick ? ' -- --quick' : ''}\` of ${new Date().toISOString().slice(0, 10)} on ${describeMachine(postgres.version)}`,
    );
    for (const name of names) {
      const before = await readProcessorTime();
      const section = await BENCHES[name]?.({ ...options, postgres });
      if (section === undefined) continue;
      const spent = `${describeProcessorTime(before, await readProcessorTime())} of ${availableParallelism()} cores while this ran.`;
      print(writeSection({ ...section, notes: [...section.notes, spent] }));
      failures += section.failures.length;
    }
  } finally {
    await postgres.close();
  }
  if (write) await writeFile(new URL('RESULTS.md', import.meta.url), `${parts.join('\n\n')}\n`);
  return failures;
}
