import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { SERVER_SETTINGS } from './server-settings.ts';
import type { ServerUser } from './server-user.ts';

/** A server process that we started. It outlives us: whoever comes next adopts it. */
export type Launch = {
  readonly port: number;
  hasEnded(): boolean;
  /** What the server wrote since it was started. */
  readOutput(): Promise<string>;
};

export type LaunchParts = {
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly settings: Readonly<Record<string, string>>;
};

/** Starts a server process and does not wait for it. */
export async function launch({ cluster, binaries, user, settings }: LaunchParts, port: number): Promise<Launch> {
  const logFile = join(dirname(cluster), 'postgres.log');
  const offset = await rotate(logFile);
  const output = await open(logFile, 'a', 0o600);
  try {
    const options = Object.entries({ ...SERVER_SETTINGS, ...settings, port }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const command = user.command(binaries.postgres, ['-D', cluster, ...options]);
    const child = spawn(command.file, command.args, {
      ...command.options,
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    const failure = watch(child);
    child.unref();
    return {
      port,
      hasEnded: () => child.exitCode !== null || child.signalCode !== null || failure() !== undefined,
      readOutput: async () => failure()?.message ?? (await readFile(logFile)).subarray(offset).toString(),
    };
  } finally {
    await output.close();
  }
}

/** A program that cannot be started at all reports it later, as an event. */
function watch(child: ChildProcess): () => Error | undefined {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  return () => failure;
}

/** Keeps the log from growing for ever: one older generation stays. Answers where the new part begins. */
async function rotate(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size < 10_000_000) return size;
  await rename(logFile, `${logFile}.1`);
  return 0;
}
