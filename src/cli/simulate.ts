import { once } from 'node:events';
import { Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { EXIT_CODES } from '../simulate/balance.ts';
import { balanceText } from '../simulate/balance-text.ts';
import { listenForInterrupts } from '../simulate/interrupts.ts';
import { FAMILIES, type SimulatedFamily } from '../simulate/lines.ts';
import { createProgress } from '../simulate/progress.ts';
import { serveRecordings } from '../simulate/recording-server.ts';
import { runSimulation } from '../simulate/run-simulation.ts';
import type { FindStoredCalls } from '../simulate/stored-calls.ts';
import { findStoredCallsOverApi } from '../simulate/stored-calls-api.ts';

/** What the settings of this machine's service say; everything may be left out, and options go before it. */
export type SimulateDefaults = {
  url?: string;
  /** The first of the webhook's tokens. */
  token?: string;
  outboundLeads?: boolean;
  /** Opens the service's database when there is no API key; `close` is called at the end. */
  openStore?: () => Promise<Store>;
};

export type Store = { findStoredCalls: FindStoredCalls; close(): Promise<void> };

/** `mcube simulate`: plays MCUBE against a running service and prints the balance. */
export function simulateCommand(defaults: SimulateDefaults = {}): Command {
  return new Command('simulate')
    .description('play MCUBE against a running service with believable traffic, then compare what is stored')
    .option('--calls <number>', 'calls to play', wholeFrom(1), 100)
    .option('--rate <number>', 'calls that begin in a second; 0 as fast as possible', atLeast(0), 10)
    .addOption(new Option('--family <family>', 'whose payloads').choices(FAMILIES).default('mixed'))
    .option('--seed <number>', 'the same seed plays the same calls', wholeFrom(0), 1)
    .option('--url <address>', "the webhook's address", address, defaults.url ?? 'http://127.0.0.1:8080/mcube/webhook')
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
    .action((options: Options) => simulate(options, defaults));
}

type Options = {
  calls: number;
  rate: number;
  family: SimulatedFamily;
  seed: number;
  url: string;
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

async function simulate(options: Options, defaults: SimulateDefaults): Promise<void> {
  const { stopSending, stopWaiting, release } = listenForInterrupts();
  const recordings = options.wav ? await serveRecordings({ port: options.wavPort, clock: systemClock }) : null;
  const store = await storeOf(options, defaults);
  try {
    const balance = await runSimulation(
      {
        ...options,
        url: withToken(options.url, options.token?.split(',')[0]?.trim() ?? defaults.token),
        outboundLeads: defaults.outboundLeads ?? true,
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

async function storeOf({ url, apiKey }: Options, { openStore }: SimulateDefaults): Promise<Store | undefined> {
  if (apiKey === undefined) return await openStore?.();
  return { findStoredCalls: findStoredCallsOverApi(url, apiKey), close: async () => undefined };
}

function withToken(webhook: string, token: string | undefined): string {
  const url = new URL(webhook);
  if (token !== undefined && token !== '') url.searchParams.set('token', token);
  return url.href;
}

function atLeast(least: number): (given: string) => number {
  return (given) => {
    const value = Number(given);
    if (given.trim() !== '' && value >= least) return value;
    throw new InvalidArgumentError(`It must be a number, ${least} or more.`);
  };
}

function wholeFrom(least: number): (given: string) => number {
  return (given) => {
    if (Number.isSafeInteger(Number(given))) return atLeast(least)(given);
    throw new InvalidArgumentError('It must be a whole number.');
  };
}

function address(given: string): string {
  if (/^https?:/.test(given) && URL.canParse(given)) return given;
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:8080/mcube/webhook.');
}
