import { defineConfig } from 'vitest/config';

/** Tests on real Odoo servers: `npm run test:odoo`. They take minutes, and Debian's packages. */
export default defineConfig({
  test: {
    include: ['test/odoo/**/*.test.ts'],
    globalSetup: ['test/odoo/global-setup.ts', 'test/support/web.ts'],
    testTimeout: 240_000,
    // CI gives one more, and tells whom (.ci/run); here a race is to be seen.
    retry: Number(process.env.SECOND_ATTEMPTS ?? 0),
    hookTimeout: 300_000,
    // Two Odoos are enough for two cores.
    fileParallelism: false,
  },
});
