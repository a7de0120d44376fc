import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:8080';

/** Writes a .br and a .gz beside every built file that is larger than 2 kB; the gateway sends what the browser accepts. */
const compressed: Plugin = {
  name: 'nuangong:compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const compress = async (name: string): Promise<void> => {
      const content = await readFile(join(dir, name));
      if (content.length <= 2_000) return;
      const [br, gz] = await Promise.all([promisify(brotliCompress)(content), promisify(gzip)(content, { level: 9 })]);
      await Promise.all([writeFile(join(dir, `${name}.br`), br), writeFile(join(dir, `${name}.gz`), gz)]);
    };
    await Promise.all(Object.keys(bundle).map(compress));
  },
};

/** Three files: what signing in needs, the console with all its pages, and the charts, which one page loads. */
const groups = [
  { name: 'sign-in', tags: ['$initial' as const], priority: 2 },
  { name: 'charts', test: /[\\/](echarts|zrender)[\\/]|BarChart/, priority: 1 },
  { name: 'console' },
];

/** The placeholder in index.html that the gateway replaces with the nonce of each answer. */
const noncePlaceholder = '%CSP_NONCE%';

/** The console as one page; during development everything that isn't the page goes to the gateway. */
export default defineConfig({
  plugins: [react(), compressed],
  resolve: { dedupe: ['react', 'react-dom', '@mui/material', '@emotion/react', '@tanstack/react-query'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/auth', '/files'].map((path) => [path, { target: gateway }])),
  },
  html: { cspNonce: noncePlaceholder },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
