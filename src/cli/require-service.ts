import { Refusal } from './refusal.ts';

/** Looks whether anything answers, before a thousand events are sent to nobody. Asking with GET stores nothing. */
export async function requireService(webhook: string): Promise<void> {
  try {
    const answer = await fetch(webhook, { signal: AbortSignal.timeout(10_000) });
    await answer.body?.cancel();
  } catch {
    const { origin } = new URL(webhook);
    throw new Refusal(`Nothing answers at ${origin}: start the service (npm start), or give --url.`);
  }
}
