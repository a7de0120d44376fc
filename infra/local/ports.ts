import { createServer } from 'node:net';
import { Explained } from './explained.ts';

/** Whether nothing listens on the loopback port now. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A loopback port that is free now: `kept` if it still is, else one the system chooses. */
export async function freePort(kept?: number): Promise<number> {
  if (kept !== undefined && (await isPortFree(kept))) return kept;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Refuses, in words, a port that something else holds. */
export async function demandFreePort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Explained(
    `端口 ${port} 已被其他程序占用。换一个端口：./nuangong start --port ${port + 1}；或先停止占用它的程序（查看：ss -ltnp 'sport = :${port}'）。`,
    `Port ${port} is taken by another program. Choose another: ./nuangong start --port ${port + 1}, ` +
      `or stop the program that holds it (to see which: ss -ltnp 'sport = :${port}').`,
  );
}
