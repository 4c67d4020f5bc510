import { type Static, Type } from 'typebox';
import { type Child, startChild } from './child.ts';

/** What the load generator, a process of its own, tells at the end. */
const LoadResult = Type.Object({
  requests: Type.Number(),
  accepted: Type.Number(),
  acceptedInAll: Type.Number(),
  statuses: Type.Record(Type.String(), Type.Number()),
  acceptedPerSecond: Type.Number(),
  p50: Type.Number(),
  p99: Type.Number(),
  cpuSeconds: Type.Number(),
});
export type LoadResult = Static<typeof LoadResult>;

export type LoadRun = {
  url: string;
  connections: number;
  seconds: number;
  warmUp?: number;
  rate?: number;
};

export type RunningLoad = {
  setRate(rate: number): void;
  /** How much was accepted, told every half second. */
  acceptedSoFar(): Promise<number>;
  result(): Promise<LoadResult>;
  stop(): Promise<void>;
};

export function startLoad({ url, connections, seconds, warmUp = 0, rate }: LoadRun): RunningLoad {
  const given = { url: `${url}/mcube/webhook`, connections, seconds, 'warm-up': warmUp, ...(rate && { rate }) };
  const child: Child = startChild(
    'load-generator.ts',
    Object.entries(given).map(([name, value]) => `--${name}=${value}`),
  );
  return {
    setRate: (changed) => child.send({ rate: changed }),
    acceptedSoFar: async () => (await child.next(Type.Object({ acceptedSoFar: Type.Number() }))).acceptedSoFar,
    async result() {
      const { result } = await child.next(Type.Object({ result: LoadResult }), seconds + warmUp + 60);
      return result;
    },
    stop: () => child.stop(),
  };
}

/** A whole run. */
export async function generateLoad(run: LoadRun): Promise<LoadResult> {
  const load = startLoad(run);
  try {
    return await load.result();
  } finally {
    await load.stop();
  }
}
