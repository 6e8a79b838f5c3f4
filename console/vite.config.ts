import { defineConfig } from 'vite';

/** Where a server runs while the page is developed with `npm run dev`. */
const server = process.env['MATRICULA'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'page',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: process.env['CONSOLE_OUT'] ?? '../src/main/resources/io/matricula/console',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/v1': server, '/openapi.json': server } },
});
