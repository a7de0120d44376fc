import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Message, MessageReader, Sent } from './statement.ts';

/** Which way of a line is silent. */
export type Direction = 'TO_SERVER' | 'FROM_SERVER' | 'BOTH_WAYS';

/** Waits for one message and acts on its sender. */
export type Trap = {
  readonly catches: (sent: Sent) => boolean;
  /**
   * When it springs: before the server gets the message (which is then dropped), as the server gets it, or when its
   * answer is back; or the message waits until `spring` resolves and is then passed on.
   */
  readonly moment: 'BEFORE' | 'DURING' | 'AFTER' | 'HOLD';
  readonly spring: () => void | Promise<void>;
};

/** A TCP line between clients and one server on this machine that can be cut and observed. */
export type Line = {
  readonly port: number;
  /** Sets a trap; the returned function removes it and returns whether it had sprung. */
  set(trap: Trap): () => boolean;
  /** Silently passes nothing in that direction until `thaw`, as when a cable is pulled. */
  freeze(direction: Direction): void;
  thaw(): void;
  /** Ends every connection now. */
  breakConnections(): void;
  close(): Promise<void>;
};

type Connection = {
  readonly client: Socket;
  readonly server: Socket;
  readonly read: MessageReader;
  /** Called with the server's next bytes. */
  answered?: Trap['spring'] | undefined;
};

/** Opens a line on a free port of the loopback, or on `port`. */
export async function openLine(options: {
  readonly serverPort: number;
  readonly createReader: () => MessageReader;
  readonly port?: number;
}): Promise<Line> {
  const connections = new Set<Connection>();
  const traps = new Set<Trap>();
  let frozen: Direction | undefined;
  const silent = (way: Direction) => frozen === way || frozen === 'BOTH_WAYS';

  const trapFor = (sent: Sent) => (sent.kind === 'OTHER' ? undefined : [...traps].find(({ catches }) => catches(sent)));
  const isTrapped = ({ sent }: Message) => trapFor(sent) !== undefined;

  async function pass(connection: Connection, { bytes, sent }: Message): Promise<void> {
    const trap = trapFor(sent);
    if (trap) traps.delete(trap);
    if (trap?.moment === 'BEFORE') {
      connection.server.destroy();
      void trap.spring();
      return;
    }
    if (trap?.moment === 'HOLD') await trap.spring();
    if (connection.server.destroyed) return;
    if (trap?.moment === 'AFTER') connection.answered = trap.spring;
    connection.server.write(bytes);
    if (trap?.moment === 'DURING') void trap.spring();
  }

  /** Passes messages in order, without a turn of the event loop unless one has to wait. */
  function passAll(connection: Connection, messages: readonly Message[]): void {
    for (const [place, message] of messages.entries()) {
      if (connection.server.destroyed) return;
      if (isTrapped(message)) {
        connection.client.pause();
        void pass(connection, message).then(() => {
          passAll(connection, messages.slice(place + 1));
          if (!silent('TO_SERVER')) connection.client.resume();
        });
        return;
      }
      connection.server.write(message.bytes);
    }
  }

  function accept(client: Socket): void {
    const server = connect({ host: '127.0.0.1', port: options.serverPort, noDelay: true });
    const connection: Connection = { client, server, read: options.createReader() };
    connections.add(connection);
    client.setNoDelay(true);
    const end = () => {
      connections.delete(connection);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    client.on('data', (chunk) => {
      passAll(connection, connection.read(chunk));
    });
    server.on('data', (chunk) => {
      client.write(chunk);
      const { answered } = connection;
      connection.answered = undefined;
      void answered?.();
    });
    if (silent('TO_SERVER')) client.pause();
    if (silent('FROM_SERVER')) server.pause();
  }

  function breakConnections(): void {
    for (const { client, server } of connections) {
      client.destroy();
      server.destroy();
    }
  }

  const listener = createServer(accept);
  listener.listen(options.port ?? 0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('a line listens on a port');

  return {
    port: address.port,
    set(trap) {
      traps.add(trap);
      return () => !traps.delete(trap);
    },
    freeze(direction) {
      frozen = direction;
      for (const { client, server } of connections) {
        if (silent('TO_SERVER')) client.pause();
        if (silent('FROM_SERVER')) server.pause();
      }
    },
    thaw() {
      frozen = undefined;
      for (const { client, server } of connections) {
        client.resume();
        server.resume();
      }
    },
    breakConnections,
    async close() {
      breakConnections();
      listener.close();
      await once(listener, 'close');
    },
  };
}
