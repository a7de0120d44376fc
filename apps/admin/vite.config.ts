import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:8080';

/** Writes a .gz beside every built file that is larger than 2 kB; the gateway sends it to browsers that accept it. */
const compressed: Plugin = {
  name: 'nuangong:compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle)) {
      const content = readFileSync(join(dir, name));
      if (content.length > 2_000) writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

/** The placeholder in index.html that the gateway replaces with the nonce of each answer. */
const noncePlaceholder = '%CSP_NONCE%';

/** The console as one page, split by route; during development everything that isn't the page goes to the gateway. */
export default defineConfig({
  plugins: [react(), compressed],
  resolve: { dedupe: ['react', 'react-dom', '@mui/material', '@emotion/react', '@tanstack/react-query'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/auth', '/files'].map((path) => [path, { target: gateway }])),
  },
  html: { cspNonce: noncePlaceholder },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
});
