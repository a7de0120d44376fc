import { createConnection, createServer, type Socket } from 'node:net';

/** What a proxy drops: the clients' requests, or the node's answers. */
export type Swallowed = 'requests' | 'answers' | undefined;

/** A proxy between clients and a node, on a separate port. */
export type ClientProxy = {
  readonly port: number;
  /** The number of connections that clients have opened so far. */
  readonly connections: number;
  /** From now on drops one direction and forwards the other; connections stay open. */
  swallow(direction: Swallowed): void;
  /** Ends every connection; new ones are accepted. */
  cut(): void;
  close(): void;
};

/** Opens a proxy in front of a loopback port. */
export async function openClientProxy(nodePort: number): Promise<ClientProxy> {
  const open = new Set<Socket>();
  let swallowed: Swallowed;
  let connections = 0;

  function pass(from: Socket, to: Socket, direction: Swallowed): void {
    open.add(from);
    from.on('data', (chunk) => {
      if (swallowed !== direction) to.write(chunk);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
  }

  const server = createServer((client) => {
    connections += 1;
    const node = createConnection({ host: '127.0.0.1', port: nodePort });
    pass(client, node, 'requests');
    pass(node, client, 'answers');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A proxy got no port');
  const { port } = address;
  const cut = () => open.forEach((socket) => socket.destroy());
  return {
    port,
    get connections() {
      return connections;
    },
    swallow(direction) {
      swallowed = direction;
    },
    cut,
    close() {
      server.close();
      cut();
    },
  };
}
