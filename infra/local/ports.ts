import { randomInt } from 'node:crypto';
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

/** Below the ports for outgoing connections, so that a restarted server finds its port free. */
const [leastPort, portAbove] = [20_000, 32_768];

/** A loopback port that is free now: `kept` if it still is, otherwise any. */
export async function freePort(kept?: number): Promise<number> {
  if (kept !== undefined && (await isPortFree(kept))) return kept;
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const port = randomInt(leastPort, portAbove);
    if (await isPortFree(port)) return port;
  }
  throw new Explained(
    `${leastPort}–${portAbove - 1} 之间试了 100 次都没有空闲端口。先停止不用的程序（查看：ss -ltnp）。`,
    `A hundred ports between ${leastPort} and ${portAbove - 1} were tried, and none was free. Stop what is not needed (ss -ltnp).`,
  );
}

/** Throws an `Explained` if something else holds the port. */
export async function demandFreePort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Explained(
    `端口 ${port} 已被其他程序占用。换一个端口：./nuangong start --port ${port + 1}；或先停止占用它的程序（查看：ss -ltnp 'sport = :${port}'）。`,
    `Port ${port} is taken by another program. Choose another: ./nuangong start --port ${port + 1}, ` +
      `or stop the program that holds it (to see which: ss -ltnp 'sport = :${port}').`,
  );
}
