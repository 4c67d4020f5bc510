import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export type Ran = { code: number | null; stdout: string; stderr: string };

/** Runs `mcube …` as people do, in a process of its own; `input` is piped into it. */
export async function runCommand(environment: Record<string, string>, args: string[], input?: string): Promise<Ran> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts'), ...args], {
    // Where nobody keeps a .env.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}
