import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLine, type Line } from './line.ts';
import type { Message } from './statement.ts';

/** An echo server that records what it received. */
let server: Server;
let heard: string;
let line: Line;
const clients: Socket[] = [];

/** Each chunk is one message that says its text. */
const asText =
  () =>
  (chunk: Buffer): readonly Message[] => [{ bytes: chunk, sent: { kind: 'SQL', text: chunk.toString(), earlier: [] } }];

beforeEach(async () => {
  heard = '';
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      socket.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  line = await openLine({ serverPort: typeof address === 'object' ? (address?.port ?? 0) : 0, createReader: asText });
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await line.close();
  server.close();
});

async function call(): Promise<{ readonly socket: Socket; readonly said: () => string; closed: () => boolean }> {
  const socket = connect({ host: '127.0.0.1', port: line.port });
  clients.push(socket);
  let said = '';
  socket.on('data', (chunk) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, said: () => said, closed: () => socket.closed };
}

test('forwards data both ways', async () => {
  const client = await call();
  client.socket.write('hello');
  await sleep(50);
  expect([heard, client.said()]).toEqual(['hello', 'hello']);
});

test('is silent while frozen, keeps both connections open, and loses nothing', async () => {
  const client = await call();
  line.freeze('FROM_SERVER');
  client.socket.write('one');
  await sleep(50);
  expect([heard, client.said(), client.closed()]).toEqual(['one', '', false]);
  line.thaw();
  line.freeze('TO_SERVER');
  client.socket.write('two');
  await sleep(50);
  expect(heard).toBe('one');
  line.thaw();
  await sleep(50);
  expect([heard, client.said()]).toEqual(['onetwo', 'onetwo']);
});

test.each([
  ['BEFORE', '', ''],
  ['DURING', 'commit', 'commit'],
  ['AFTER', 'commit', 'commit'],
] as const)('triggers a trap once, %s the server receives the message', async (moment, expectHeard, expectSaid) => {
  let sprung = 0;
  const takeAway = line.set({
    catches: (sent) => sent.kind === 'SQL' && sent.text === 'commit',
    moment,
    spring: () => void (sprung += 1),
  });
  const client = await call();
  client.socket.write('commit');
  await sleep(60);
  expect([sprung, heard, client.said(), takeAway()]).toEqual([1, expectHeard, expectSaid, true]);
});

test('delays a message while other connections pass, and keeps the order of its own', async () => {
  const gate = Promise.withResolvers<void>();
  line.set({
    catches: (sent) => sent.kind === 'SQL' && sent.text === 'slow',
    moment: 'HOLD',
    spring: () => gate.promise,
  });
  const [slow, quick] = [await call(), await call()];
  slow.socket.write('slow');
  await sleep(30);
  slow.socket.write('then');
  quick.socket.write('quick');
  await sleep(30);
  expect(heard).toBe('quick');
  gate.resolve();
  await sleep(50);
  expect(heard).toBe('quickslowthen');
});

test('breaks connections and accepts new ones', async () => {
  const client = await call();
  await sleep(20);
  line.breakConnections();
  await sleep(20);
  expect(client.closed()).toBe(true);
  const again = await call();
  again.socket.write('again');
  await sleep(50);
  expect(again.said()).toBe('again');
});
