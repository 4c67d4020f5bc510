import { readdir, readFile } from 'node:fs/promises';

/** Seconds of processor time that a process, its children, and its children that have ended used so far; 0 where unknown. */
export async function readFamilyTime(pid: number): Promise<number> {
  const names = await readdir('/proc').catch((): string[] => []);
  let ticks = 0;
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '');
    // What follows the name, which may itself hold spaces and brackets: state, parent, …, then user, system, and the same
    // of ended children.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (Number(name) !== pid && Number(fields[1]) !== pid) continue;
    ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  }
  return ticks / TICKS_A_SECOND;
}

/** The same on every Linux that people use. */
const TICKS_A_SECOND = 100;
