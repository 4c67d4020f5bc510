import type { Log } from '../kernel/log.ts';

/** The first signal stops in order, also while the service still starts; a second one does not wait. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort();
      log.info(`${signal}: finishing what is under way`);
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'the service did not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
  return stopping.signal;
}
