import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';

/** A process of our own that tells us things. */
export type Child = {
  send(message: Record<string, number | string>): void;
  /** The next thing it tells that has this shape; other things are dropped. */
  next<Schema extends TSchema>(schema: Schema, withinSeconds?: number): Promise<Static<Schema>>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
};

export type ChildOptions = { profileTo?: string | undefined };

/** Starts a file of this folder (../children and so on) as a process. Its output but for errors is thrown away. */
export function startChild(file: string, args: readonly string[], { profileTo }: ChildOptions = {}): Child {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const execArgv = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
  const child = fork(path, args, { execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const told: unknown[] = [];
  let wake = () => {};
  child.on('message', (message) => {
    told.push(message);
    wake();
  });
  child.once('exit', () => wake());
  const somethingHappens = (withinMilliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    send: (message) => void child.send(message),
    async next(schema, withinSeconds = 60) {
      const endsAt = performance.now() + withinSeconds * 1_000;
      for (;;) {
        while (told.length > 0) {
          const message = told.shift();
          if (Check(schema, message)) return message;
        }
        if (!running.has(child)) throw new Error(`${file} ended without an answer.`);
        if (performance.now() >= endsAt) throw new Error(`${file} did not answer within ${withinSeconds} s.`);
        await somethingHappens(endsAt - performance.now());
      }
    },
    async stop() {
      if (!running.has(child)) return;
      const ended = once(child, 'exit');
      // Each of our processes ends when it is let go of.
      if (child.connected) child.disconnect();
      const deadline = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(deadline);
    },
  };
}

const running = new Set<ChildProcess>();

/** Ends all of them at once, for a run that is broken off. */
export async function killChildren(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      return ended;
    }),
  );
}

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
