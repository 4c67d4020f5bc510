/** The two notes of a telephone's bell, in hertz, and how long it rings and rests, in seconds. */
const NOTES = [440, 480] as const;
const RING_SECONDS = 1.2;
const REST_SECONDS = 1.8;
const VOLUME = 0.08;

/** Prepares a ring tone; undefined where the browser lets nothing be heard before the page was touched. */
export async function startRinging(over: AbortSignal): Promise<{ loud(): void } | undefined> {
  const context = new AudioContext();
  over.addEventListener('abort', () => void context.close().catch(() => undefined), { once: true });
  // Where it is not allowed this waits for ever.
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]).catch(() => undefined);
  if (context.state !== 'running') {
    await context.close().catch(() => undefined);
    return undefined;
  }
  return { loud: () => ring(context, over) };
}

function ring(context: AudioContext, over: AbortSignal): void {
  if (over.aborted || context.state === 'closed') return;
  const gain = context.createGain();
  gain.connect(context.destination);
  const end = context.currentTime + RING_SECONDS;
  gain.gain.setValueAtTime(VOLUME, context.currentTime);
  // Cut off at once it would click.
  gain.gain.linearRampToValueAtTime(0, end);
  for (const frequency of NOTES) {
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(gain);
    note.start();
    note.stop(end);
  }
  setTimeout(() => ring(context, over), (RING_SECONDS + REST_SECONDS) * 1000);
}
