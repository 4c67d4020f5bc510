import { serwist } from '@serwist/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** How web/ becomes web/dist; scripts/build-web.ts runs it, and says where to write. */
export default defineConfig({
  root: 'web',
  build: {
    // Of the browsers that had an automatic update within the last two years.
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    // One preload list per chunk would be inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Files that are put together may need each other: what is in them still runs in the order of the sources.
        strictExecutionOrder: true,
        // The name of a shared file would list the views that share it.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            // A file for each set of views that share something would be some hundred requests: small ones are put together.
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 60_000 },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    serwist({
      swSrc: 'service-worker/service-worker.ts',
      swDest: 'service-worker.js',
      swUrl: '/service-worker.js',
      globDirectory: 'web/dist',
      // With it every view opens without a connection; what a view holds of calls and leads is never kept.
      globPatterns: ['index.html', 'assets/*.{js,css}', 'assets/ibm-plex-sans-latin-wght*.woff2', '*.svg'],
      injectionPoint: 'self.__SW_MANIFEST',
      rollupFormat: 'iife',
      type: 'classic',
    }),
  ],
  // Of no use unless the service runs beside it: `vite` serves web/ while it is being worked on.
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/mcube': 'http://127.0.0.1:8080' } },
});
