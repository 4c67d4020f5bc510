import type { Log } from '../kernel/log.ts';

/**
 * The first signal stops in order; a second one does not wait. Under npm a single Ctrl-C arrives twice, from the terminal
 * and handed on by npm, so what follows within a second is no second one.
 */
export function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (first !== undefined) {
        if (performance.now() - first > SAME_MS) process.exit(1);
        return;
      }
      first = performance.now();
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

const SAME_MS = 1_000;
