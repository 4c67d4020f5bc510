import { once } from 'node:events';
import { Command, Option } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { isLoopback } from '../kernel/settings.ts';
import { EXIT_CODES } from '../simulate/balance.ts';
import { balanceText } from '../simulate/balance-text.ts';
import { listenForInterrupts } from '../simulate/interrupts.ts';
import { FAMILIES, type SimulatedFamily } from '../simulate/lines.ts';
import { createProgress } from '../simulate/progress.ts';
import { serveRecordings } from '../simulate/recording-server.ts';
import { runSimulation } from '../simulate/run-simulation.ts';
import { findStoredCallsOverApi } from '../simulate/stored-calls-api.ts';
import type { Environment } from './environment.ts';
import { atLeast, wholeFrom } from './numbers.ts';
import { describeOwnService, type OwnService, type Store } from './own-service.ts';
import { requireService } from './require-service.ts';
import { simulateCallCommand } from './simulate-call.ts';
import { address, withToken } from './webhook-option.ts';

/** `simulate`: plays MCUBE against a running service and prints the balance. */
export function simulateCommand(environment: Environment): Command {
  return new Command('simulate')
    .description('play MCUBE against a running service with believable traffic, then compare what is stored')
    .option('--calls <number>', 'calls to play', wholeFrom(1), 100)
    .option('--rate <number>', 'calls that begin in a second; 0 as fast as possible', atLeast(0), 10)
    .addOption(new Option('--family <family>', 'whose payloads').choices(FAMILIES).default('mixed'))
    .option('--seed <number>', 'the same seed plays the same calls', wholeFrom(0), 1)
    .option('--url <address>', "the webhook's address; otherwise that of this machine's service", address)
    .addOption(new Option('--token <secret>', 'the token of the webhook').env('MCUBE_WEBHOOK_TOKEN'))
    .addOption(new Option('--api-key <key>', 'to look up what is stored').env('MCUBE_API_KEY'))
    .option('--connections <number>', 'connections to send over', wholeFrom(1), 8)
    .option('--days <number>', 'play the working hours of so many days gone by; 0 plays now', wholeFrom(0), 0)
    .option('--time-scale <factor>', 'how much shorter than in life a call is', atLeast(1), 60)
    .option('--wait <seconds>', 'how long to wait for stored calls while none arrives', atLeast(0), 15)
    .option('--no-retry', 'post every event once, as MCUBE does')
    .option('--no-wav', 'serve no recordings')
    .option('--wav-port <port>', 'port of the recordings; 0 picks a free one', wholeFrom(0), 8089)
    .option('--stay', 'go on serving the recordings until Ctrl-C')
    .enablePositionalOptions()
    .addCommand(simulateCallCommand(environment))
    .action((options: Options) => simulate(options, describeOwnService(environment)));
}

type Options = {
  calls: number;
  rate: number;
  family: SimulatedFamily;
  seed: number;
  url?: string;
  token?: string;
  apiKey?: string;
  connections: number;
  days: number;
  timeScale: number;
  wait: number;
  retry: boolean;
  wav: boolean;
  wavPort: number;
  stay?: boolean;
};

async function simulate(options: Options, own: OwnService): Promise<void> {
  const url = withToken(options.url ?? own.webhook(), options.token?.split(',')[0]?.trim() ?? own.token);
  await requireService(url);
  const { stopSending, stopWaiting, release } = listenForInterrupts();
  const recordings = options.wav ? await serveRecordings({ port: options.wavPort, clock: systemClock }) : null;
  if (recordings !== null && !own.fetchesFrom(recordings.url)) process.stderr.write(hintFor(recordings.url));
  const store = await storeOf(options, url, own);
  try {
    const balance = await runSimulation(
      {
        ...options,
        url,
        outboundLeads: own.outboundLeads,
        recordingsUrl: recordings?.url ?? 'https://recordings.example.com',
        patienceMs: options.wait * 1_000,
      },
      {
        clock: systemClock,
        findStoredCalls: store?.findStoredCalls ?? null,
        progress: createProgress(options.calls, process.stderr),
        stopSending,
        stopWaiting,
      },
    );
    process.stdout.write(`${balanceText(balance)}\n`);
    process.exitCode = EXIT_CODES[balance.verdict];
    if (recordings !== null && options.stay === true && !stopSending.aborted) {
      process.stdout.write(`The recordings stay at ${recordings.url} until Ctrl-C.\n`);
      await once(stopSending, 'abort');
    }
  } finally {
    release();
    await recordings?.close();
    await store?.close();
  }
}

/** By itself the service asks no address of its own machine for anything. */
function hintFor(recordings: string): string {
  const { host } = new URL(recordings);
  return `To hear the recordings, start the service with MCUBE_RECORDING_ALLOWED_HOSTS=${host}, and simulate with --stay.\n`;
}

/** The service of another machine has another database: there only its API can tell what is stored. */
async function storeOf({ url, apiKey }: Options, webhook: string, own: OwnService): Promise<Store | undefined> {
  if (apiKey !== undefined)
    return { findStoredCalls: findStoredCallsOverApi(webhook, apiKey), close: async () => undefined };
  return url === undefined || isLoopback(new URL(url).hostname) ? await own.openStore() : undefined;
}
