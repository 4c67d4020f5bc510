import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Refusal } from './refusal.ts';

export type PasswordOptions = { password?: string | boolean; passwordStdin?: boolean };

/** The password that was given, piped in, or typed twice unseen. */
export async function readPassword({ password, passwordStdin }: PasswordOptions): Promise<string> {
  const given = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : password;
  const chosen = typeof given === 'string' ? given : await typePassword();
  if (chosen.length < SHORTEST || chosen.length > LONGEST)
    throw new Refusal(`A password has ${SHORTEST} to ${LONGEST} characters.`);
  return chosen;
}

/** As in the API (http/schemas.ts). */
const SHORTEST = 8;
const LONGEST = 256;

async function typePassword(): Promise<string> {
  if (!process.stdin.isTTY) throw new Refusal('Nobody can be asked for the password here: use --password-stdin.');
  const password = await ask('Password: ', true);
  if ((await ask('Once more: ', true)) !== password) throw new Refusal('The two passwords differ.');
  return password;
}

/** Something secret, typed once and unseen; `otherwise` is how to give it where nobody can be asked. */
export async function askSecret(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Refusal(`Nobody can be asked here: ${otherwise}.`);
  return (await ask(question, true)).trim();
}

/** Whether the person says yes; without a terminal nobody does. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `, false)).trim());
}

/** Asks on stderr: stdout is for the answer of the command. */
async function ask(question: string, hidden: boolean): Promise<string> {
  if (hidden) process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: hidden ? nowhere : process.stderr, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question(hidden ? '' : question, resolve);
      lines.once('SIGINT', () => reject(new Refusal('Cancelled.')));
      lines.once('close', () => reject(new Refusal('Cancelled.')));
    });
  } finally {
    lines.close();
    if (hidden) process.stderr.write('\n');
  }
}
