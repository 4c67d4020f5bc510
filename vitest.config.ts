import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    // Real Odoo servers have a run of their own: vitest.odoo.config.ts.
    exclude: ['test/odoo/**'],
    // One embedded PostgreSQL serves the whole run; each test file works in a database of its own, cloned from a migrated template.
    globalSetup: ['test/support/postgres.ts', 'test/support/web.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
