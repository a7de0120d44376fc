import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:8080';

/** The console as one page, split by route; during development everything that isn't the page goes to the gateway. */
export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', '@mui/material', '@emotion/react', '@tanstack/react-query'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/auth', '/files'].map((path) => [path, { target: gateway }])),
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
});
