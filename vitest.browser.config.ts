import { defineConfig } from 'vitest/config';

/** What people do, in a real browser on the real service: `npm run test:browser`. It takes some minutes on two cores. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts', 'test/support/web.ts'],
    testTimeout: 90_000,
    // CI gives one more, and tells whom (.ci/run); here a race is to be seen.
    retry: Number(process.env.SECOND_ATTEMPTS ?? 0),
    hookTimeout: 60_000,
    // What is polled for comes when the processors get to it.
    expect: { poll: { timeout: 30_000, interval: 100 } },
    // A browser and a service fill two cores.
    maxWorkers: 1,
  },
});
