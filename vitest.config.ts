import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    // Real Odoo servers and browsers take their time: vitest.odoo.config.ts, vitest.browser.config.ts.
    exclude: ['test/odoo/**', 'test/browser/**'],
    // One embedded PostgreSQL serves the whole run; each test file works in a database of its own, cloned from a migrated template.
    globalSetup: ['test/support/postgres.ts', 'test/support/web.ts'],
    // Set by .ci/run, which names what needed it: a long transaction of one file holds up the live events of all others.
    retry: Number(process.env.SECOND_ATTEMPTS ?? 0),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
