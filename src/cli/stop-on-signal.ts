import type { Log } from '../kernel/log.ts';

/** The first signal stops in order; a second one does not wait. */
export function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
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
}
