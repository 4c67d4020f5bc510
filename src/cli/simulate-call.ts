import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { systemClock } from '../kernel/clock.ts';
import { type GivenCall, playGivenCall } from '../simulate/given-call.ts';
import { type Answer, createPoster } from '../simulate/poster.ts';
import type { Environment } from './environment.ts';
import { atLeast } from './numbers.ts';
import { describeOwnService } from './own-service.ts';
import { Refusal } from './refusal.ts';
import { requireService } from './require-service.ts';
import { address, withToken } from './webhook-option.ts';

/** `simulate call`: one call as it is wished for, in the time that it takes, to see the popup, an owner, a missed call. */
export function simulateCallCommand(environment: Environment): Command {
  return new Command('call')
    .description('play one call as you want it, ringing first: see the popup, who gets it, a missed call')
    .option('--from <number>', 'who calls', '9000000001')
    .option('--to <number>', 'the virtual number', '8030000001')
    .option('--agent <phone...>', 'whose telephone rings; several are rung one after the other', ['9800000001'])
    .addOption(new Option('--outcome <outcome>', 'how it ends').choices(Object.keys(OUTCOMES)).default('answered'))
    .addOption(
      new Option('--direction <direction>', 'outbound: the agent calls').choices(DIRECTIONS).default('inbound'),
    )
    .addOption(new Option('--family <family>', 'whose payloads').choices(['cloud', 'classic']).default('cloud'))
    .option('--ring <seconds>', 'how long it rings', atLeast(0), 10)
    .option('--talk <seconds>', 'how long they talk when it is answered', atLeast(0), 20)
    .option('--url <address>', "the webhook's address; otherwise that of this machine's service", address)
    .addOption(new Option('--token <secret>', 'the token of the webhook').env('MCUBE_WEBHOOK_TOKEN'))
    .action((options: Options) => play(options, describeOwnService(environment)));
}

type Options = Pick<GivenCall, 'direction' | 'from' | 'to'> & {
  agent: string[];
  outcome: keyof typeof OUTCOMES;
  family: GivenCall['account'];
  ring: number;
  talk: number;
  url?: string;
  token?: string;
};

const DIRECTIONS = ['inbound', 'outbound'];

/** In the words of the service. */
const OUTCOMES = {
  answered: 'answered',
  missed: 'no_answer',
  busy: 'busy',
  abandoned: 'cancelled',
  voicemail: 'voicemail',
  failed: 'failed',
} as const;

async function play(options: Options, own: ReturnType<typeof describeOwnService>): Promise<void> {
  const { direction, from, to, agent, outcome, family, ring, talk } = options;
  const url = withToken(options.url ?? own.webhook(), options.token?.split(',')[0]?.trim() ?? own.token);
  await requireService(url);
  const poster = createPoster(new URL(url), 1);
  const wish = { direction, from, to, agents: agent, outcome: OUTCOMES[outcome], account: family } as const;
  const length = { startsAt: systemClock.now(), ringSeconds: Math.round(ring), talkSeconds: Math.round(talk) };
  const call = playGivenCall({ ...wish, ...length }, poster);
  try {
    for (const [place, phone] of agent.entries()) {
      tell(await call.ring(place), `${phone} rings: ${from} calls ${to}.`);
      await sleep((length.ringSeconds * 1_000) / agent.length);
    }
    if (outcome === 'answered') await sleep(length.talkSeconds * 1_000);
    tell(await call.end(), `It is over: ${outcome}. The call's id is ${call.callId}.`);
  } finally {
    poster.close();
  }
}

function tell(answer: Answer, words: string): void {
  if (answer.kind === 'status' && answer.status === 202) return void process.stdout.write(`${words}\n`);
  throw new Refusal(`The service did not accept it: ${answer.kind === 'status' ? answer.status : answer.code}.`);
}
