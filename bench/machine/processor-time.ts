import { readFile } from 'node:fs/promises';

/** The processors' time so far: all of it, what was idle, and what the host gave to other machines. */
export type ProcessorTime = { all: number; idle: number; stolen: number };

/** Undefined where the system does not tell. */
export async function readProcessorTime(): Promise<ProcessorTime | undefined> {
  const text = await readFile('/proc/stat', 'latin1').catch(() => undefined);
  const fields = /^cpu +(.+)$/m
    .exec(text ?? '')?.[1]
    ?.split(' ')
    .map(Number);
  if (fields === undefined) return undefined;
  // user nice system idle iowait irq softirq steal; guest time is counted in user already.
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, irq = 0, soft = 0, stolen = 0] = fields;
  return { all: user + nice + system + idle + waiting + irq + soft + stolen, idle: idle + waiting, stolen };
}

/** How the time between two readings was spent. */
export function describeProcessorTime(before: ProcessorTime | undefined, after: ProcessorTime | undefined): string {
  if (before === undefined || after === undefined) return 'CPU steal: this system does not tell';
  const all = Math.max(after.all - before.all, 1);
  const share = (part: number) => `${Math.round((100 * part) / all)} %`;
  return `CPU steal ${share(after.stolen - before.stolen)}, idle ${share(after.idle - before.idle)}`;
}
