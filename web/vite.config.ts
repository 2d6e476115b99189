import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The application serves what is here (app/presentation/api/web.py), from a checkout, a wheel and an image alike.
const OUT = '../app/presentation/web';

/** Puts a brotli and a gzip copy beside every asset, so that serving one costs no time, and the table of routes. */
function finish(): Plugin {
  return {
    name: 'finish',
    apply: 'build',
    async closeBundle() {
      await copyFile('client-routes.json', join(OUT, 'client-routes.json'));
      const folder = join(OUT, 'assets');
      const files = (await readdir(folder)).filter((name) => /\.(js|css|svg|json)$/.test(name));
      await Promise.all(
        files.flatMap((name) => {
          const path = join(folder, name);
          const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
          return [
            pipeline(createReadStream(path), brotli, createWriteStream(`${path}.br`)),
            pipeline(createReadStream(path), createGzip({ level: 9 }), createWriteStream(`${path}.gz`)),
          ];
        }),
      );
      await rm(join(OUT, 'assets', '.vite'), { recursive: true, force: true });
    },
  };
}

export default defineConfig({
  plugins: [react(), finish()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    // Strict CSP: nothing is put into the page itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // What the parts of the client are licensed under; the settings lead there.
    license: { fileName: 'licenses.txt' },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8000',
      '/ws': { target: 'ws://127.0.0.1:8000', ws: true },
      '/version': 'http://127.0.0.1:8000',
      '/health': 'http://127.0.0.1:8000',
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
